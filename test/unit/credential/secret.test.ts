import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, inspect } from 'node:util';
import { Secret } from '../../../server/credential/secret';

const value = 'hunter2-hunter2';
const secret = new Secret(value);

describe('a secret', () => {
  it('shows itself in no conversion, log or serialization', () => {
    const shown = [
      `${secret}`,
      String(secret),
      [secret].join(),
      secret.toString(),
      secret.toLocaleString(),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: [secret] }, { depth: null, showHidden: true, showProxy: true }),
      format('%s %o %O %j', secret, secret, secret, secret),
      new Error('x', { cause: secret }).stack ?? '',
      inspect(new Error('x', { cause: secret })),
      JSON.stringify(Object.entries(secret)),
      JSON.stringify({ ...secret }),
    ];
    for (const text of shown) assert.doesNotMatch(text, /hunter/);
  });

  it('can’t be cloned to another thread or process', () => {
    assert.doesNotMatch(inspect(structuredClone(secret)), /hunter/);
  });

  it('gives its length, and its value to those who ask for it by name', () => {
    assert.equal(secret.length, value.length);
    assert.equal(Secret.reveal(secret), value);
  });
});
