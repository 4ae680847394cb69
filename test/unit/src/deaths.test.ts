import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Deaths } from '../../../src/client/deaths';

const minute = 60_000;

describe('a server that dies', () => {
  test('is started again, and the user hears of the first death only, until it is too often', () => {
    const deaths = new Deaths();
    assert.deepEqual(
      [0, 1, 2, 2.9].map((at) => deaths.add(at * minute)),
      ['tell', 'hush', 'hush', 'stop'],
    );
  });

  test('now and then, is started again each time', () => {
    const deaths = new Deaths();
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6.1, 20].map((at) => deaths.add(at * minute)),
      ['tell', 'hush', 'hush', 'hush', 'hush', 'hush', 'tell'],
    );
  });

  test('is given another chance when the user asks for it', () => {
    const deaths = new Deaths();
    for (let count = 0; count < 4; count++) deaths.add(0);
    deaths.forget();
    assert.equal(deaths.add(1), 'tell');
  });
});
