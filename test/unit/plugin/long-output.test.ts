import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bounds, GoScanner, TooManyValues } from '../../../server/go/json-scanner';
import { v1 } from './fakes';
import { reportFor } from './reports';

const secret = 'rt-9fA8xQ27bTzLw0';
/** More than 1 MiB in which no word is a secret. */
const prose = `["${'some words of no use, '.repeat(1000)}"],\n`.repeat(50);
const answer = (more: string) =>
  `{"apiVersion":"${v1}","kind":"ExecCredential","status":{"token":"tok"},${more}}`;

describe('a secret that stands where nobody asks, in more than 1 MiB', () => {
  const places = {
    'in an object': `"cache": {"refresh_token": "${secret}", "of": [${prose} 0]}`,
    'deep down': `"cache": [${prose} [[{"a": {"b": ["${secret}"]}}]]]`,
    'in the status': `"status": {"token": "tok", "extra": {"x": ["${secret}"]}}, "more": [${prose} 0]`,
    'as a name': `"cache": {"${secret}": [${prose} 0]}`,
    'as a number': `"cache": {"pin": 90817263549908, "of": [${prose} 0]}`,
  };
  for (const [name, more] of Object.entries(places)) {
    it(name, () => {
      const repeated = name === 'as a number' ? '90817263549908' : secret;
      const stderr = `failed with ${repeated} and ${Buffer.from(repeated).toString('base64')}\nplain words stay\n`;
      const report = reportFor({ stdout: answer(more), stderr });
      assert.equal(report.verdict, 'accepted');
      assert.ok(!report.stderr.includes(repeated), report.stderr);
      assert.ok(!report.stderr.includes(Buffer.from(repeated).toString('base64')), report.stderr);
      assert.match(report.stderr, /plain words stay/);
    });
  }
});

describe('a scanner with bounds', () => {
  const bounds: Bounds = {
    asksFor: (name, inner) => name === 'a' && inner !== 'no',
    mostValues: 10,
  };
  const read = (text: string) => {
    const scanner = new GoScanner(Buffer.from(text), bounds);
    const root = scanner.read();
    return { root, hollow: scanner.hollow.map(({ start, end }) => text.slice(start, end)) };
  };

  it('leaves lists and objects empty that nobody asks for', () => {
    const { root, hollow } = read('{"x":[1,{"y":2}],"a":{"no":{"z":[]},"yes":{"deep":[1]}},"b":3}');
    assert.deepEqual(hollow, ['[1,{"y":2}]', '{"z":[]}']);
    assert.ok(root.kind === 'mapping');
    const [x, a, b] = root.pairs.map(({ value }) => value);
    assert.ok(x?.kind === 'sequence' && x.items.length === 0 && x.end - x.start === 11);
    assert.ok(a?.kind === 'mapping' && b?.kind === 'scalar' && b.value === 3);
    const [no, yes] = a.pairs.map(({ value }) => value);
    assert.ok(no?.kind === 'mapping' && no.pairs.length === 0);
    assert.ok(yes?.kind === 'mapping' && yes.pairs.length === 1);
  });

  it('reads what it leaves out no less strictly', () => {
    assert.throws(() => read('{"x":[1,{"y":}]}'), /invalid character '}' looking for beginning of value/);
  });

  it('counts only what it keeps', () => {
    const many = Array(100).fill('1').join();
    assert.equal(read(`{"x":[${many}]}`).hollow.length, 1);
    assert.throws(() => read(`{"a":[${many}]}`), TooManyValues);
  });
});
