import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { goTimeMessage, parseGoTime } from '../../../server/go/time';

const times: readonly (readonly [text: string, iso: string])[] = [
  ['2099-01-02T03:04:05Z', '2099-01-02T03:04:05.000Z'],
  ['2099-01-02T3:04:05Z', '2099-01-02T03:04:05.000Z'],
  ['2099-01-02T03:04:05.123456789Z', '2099-01-02T03:04:05.123Z'],
  ['2099-01-02T03:04:05,5Z', '2099-01-02T03:04:05.500Z'],
  ['2099-01-02T03:04:05+02:30', '2099-01-02T00:34:05.000Z'],
  ['2099-01-02T03:04:05-24:00', '2099-01-03T03:04:05.000Z'],
  ['2096-02-29T00:00:00Z', '2096-02-29T00:00:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
];

describe('times as Go parses RFC 3339', () => {
  for (const [text, iso] of times) {
    it(text, () => {
      const time = parseGoTime(text);
      assert.ok('ms' in time);
      assert.equal(new Date(time.ms).toISOString(), iso);
    });
  }
});

const layout = 'as "2006-01-02T15:04:05Z07:00": cannot parse';
const faults: readonly (readonly [text: string, message: string])[] = [
  ['', `"" ${layout} "" as "2006"`],
  ['tomorrow', `"tomorrow" ${layout} "tomorrow" as "2006"`],
  ['2099-1-02T03:04:05Z', `"2099-1-02T03:04:05Z" ${layout} "1-02T03:04:05Z" as "01"`],
  ['2099-01-02', `"2099-01-02" ${layout} "" as "T"`],
  ['2099-01-02t03:04:05z', `"2099-01-02t03:04:05z" ${layout} "t03:04:05z" as "T"`],
  ['2099-01-02T03:04:05z', `"2099-01-02T03:04:05z" ${layout} "z" as "Z07:00"`],
  ['2099-01-02T03:04:05', `"2099-01-02T03:04:05" ${layout} "" as "Z07:00"`],
  ['2099-01-02T03:04:05.Z', `"2099-01-02T03:04:05.Z" ${layout} ".Z" as "Z07:00"`],
  ['2099-01-02T03:04:05Zé', '"2099-01-02T03:04:05Z\\xc3\\xa9": extra text: "\\xc3\\xa9"'],
  ['2099-13-02T03:04:05Z', '"2099-13-02T03:04:05Z": month out of range'],
  ['2099-02-30T03:04:05Z', '"2099-02-30T03:04:05Z": day out of range'],
  ['2099-02-00T03:04:05Z', '"2099-02-00T03:04:05Z": day out of range'],
  ['2099-01-02T24:00:00Z', '"2099-01-02T24:00:00Z": hour out of range'],
  ['2099-01-02T03:60:00Z', '"2099-01-02T03:60:00Z": minute out of range'],
  ['2099-01-02T03:04:60Z', '"2099-01-02T03:04:60Z": second out of range'],
  ['2099-01-02T03:04:05+25:00', '"2099-01-02T03:04:05+25:00": time zone offset hour out of range'],
];

describe('times that Go refuses', () => {
  for (const [text, message] of faults) {
    it(text || 'nothing', () => {
      const time = parseGoTime(text);
      assert.ok('fault' in time);
      assert.equal(
        goTimeMessage(text, time.fault, (shown) => shown),
        `parsing time ${message}`,
      );
    });
  }

  it('shows no more than it may', () => {
    const time = parseGoTime('sEcReT');
    assert.ok('fault' in time);
    assert.doesNotMatch(
      goTimeMessage('sEcReT', time.fault, () => '***'),
      /sEcReT/,
    );
  });
});
