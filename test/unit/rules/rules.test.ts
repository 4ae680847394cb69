import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../../server/rules';
import { fixtures } from './fixtures';

const found = fixtures.flatMap(({ name, folder, checked }) =>
  checked.diagnostics.map((diagnostic) => ({ name, folder, ...diagnostic })),
);

describe('every rule', () => {
  for (const { code, title, link, severity, stage, subject } of rules) {
    test(code, () => {
      assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/);
      assert.match(title, /^[A-Z`A-Z].*[^.]$/, 'a phrase in sentence case');
      assert.match(link, /^https:\/\/(kubernetes\.io|yaml\.org)\//);
      const own = found.filter((diagnostic) => diagnostic.folder === code && diagnostic.code === code);
      assert.ok(own.length > 0, `no fixture below fixtures/${code} triggers it`);
      const severities = new Set(own.map((diagnostic) => diagnostic.severity));
      assert.ok(severities.has(severity), `no fixture triggers it with its own severity, ${severity}`);
      // kubectl accepts what it has no words for.
      assert.equal(severity === 'error', stage !== undefined);
      if (subject === 'user' || subject === 'cluster') {
        const refused = own.filter((diagnostic) => diagnostic.severity === 'error');
        for (const { name, kubectl } of refused)
          assert.ok(kubectl, `${name}: an error without kubectl's words`);
      }
    });
  }

  test('has a code of its own', () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });
});

test('every folder of fixtures belongs to a rule', () => {
  const known = new Set(['valid', ...rules.map(({ code }) => code)]);
  assert.deepEqual(
    fixtures.filter(({ folder }) => !known.has(folder)).map(({ name }) => name),
    [],
  );
});

test('a valid document shows nothing', () => {
  const valid = fixtures.filter(({ folder }) => folder === 'valid');
  assert.ok(valid.length >= 5);
  for (const { name, checked } of valid) assert.deepEqual(checked.diagnostics, [], name);
});

const verbs =
  'Add|Begin|Check|Correct|Decode|Encode|Get|Give|Indent|Install|It belongs|Keep|Leave|Let|Make|Move|Name|Print|Put|Remove|Rename|Replace|Save|Set|Update|Use|Write';
const nextStep = new RegExp(`(?:^|[.:;,] )(?:${verbs}|add|remove|put|if it needs) ?`, 'i');

describe('what the user reads', () => {
  for (const { name, code, message, link, kubectl } of found) {
    test(`${name}: ${code}`, () => {
      assert.match(message, /^[A-Z"]|^kubectl|^[/~…]/, 'sentence case');
      assert.match(message, /[.]$/, 'a sentence');
      assert.match(message, nextStep, 'says what to do');
      assert.ok(message.length <= 260, `${message.length} characters: ${message}`);
      assert.doesNotMatch(message, / {2}|\n|undefined|\[object|\.\./);
      assert.match(link, /^https:\/\//);
      assert.ok(kubectl === null || kubectl.trim() !== '');
    });
  }
});
