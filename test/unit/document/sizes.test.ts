import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { readDocument } from '../../../server/document/read-document';
import { editorLimits, type Limits } from '../../../server/document/sizes';
import { mostOf } from '../../../server/lsp/most-diagnostics';
import { check } from '../../../server/rules/check';

const context = { environment: undefined, directory: '/here' };
const large = (characters: number) => `users:\n- name: a\n  user:\n    token: ${'k'.repeat(characters)}\n`;
const many = (count: number, line: string) => Array.from({ length: count }, () => line).join('');

function read(text: string, most = editorLimits.text): Kubeconfig {
  const limits: Limits = { ...editorLimits, text: most };
  return readDocument('kubeconfig', text, [], undefined, limits) as Kubeconfig;
}

test('the command line reads everything: it must not say less than it could', () => {
  assert.ok(!new Kubeconfig(large(editorLimits.text)).unread);
});

describe('what would hold everybody up is not read, and that is said', () => {
  const texts: Readonly<Record<string, string>> = {
    'more than the settings allow': large(editorLimits.text),
    'one list of a million items': `users:\n- name: [${'a, '.repeat(1_000_000)}]\n`,
    'an entry of many keys': `users:\n- name: a\n${many(200_000, '  x: 1\n')}`,
    'two hundred thousand fields': Array.from({ length: 200_000 }, (_, n) => `k${n}: "\\t"\n`).join(''),
    'text with an anchor that has to be read as a whole': `a: &a b\n${large(editorLimits.unusual)}`,
  };
  for (const [title, text] of Object.entries(texts)) {
    test(title, () => {
      const document = read(text);
      assert.ok(document.unread);
      const { diagnostics, contexts } = check(document, context, 'kubeconfig');
      assert.deepEqual(
        diagnostics.map(({ code, severity }) => [code, severity]),
        [['too-large', 'information']],
      );
      assert.match(diagnostics[0]?.message ?? '', /too large to check: \d+ MB/);
      assert.deepEqual(
        contexts.filter(({ accepted }) => !accepted),
        [],
      );
    });
  }
});

test('what is laid out as kubectl lays it out is read up to the limit, which can be another', () => {
  assert.ok(!read(large(1_000_000)).unread);
  assert.ok(read(large(2000), 1000).unread);
  assert.ok(!read(large(2000), 10_000).unread);
});

test('of a large text that is broken only the fault is told', () => {
  const text = `{"users": [{"name": "${'k'.repeat(600_000)}"}`;
  const { diagnostics } = check(read(text), context, 'kubeconfig');
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['syntax'],
  );
});

test('of very many findings a thousand are shown, errors first, and how many there are', () => {
  const faults = many(1500, '- name: a\n  user: 1\n').replace(/a\n {2}user: 1\n$/, 'b\n  usr: 1\n');
  const { diagnostics } = check(new Kubeconfig(`users:\n${faults}`), context, 'kubeconfig');
  assert.ok(diagnostics.length > 1500);
  const shown = mostOf(diagnostics);
  assert.equal(shown.length, 1001);
  assert.match(shown.at(-1)?.message ?? '', new RegExp(`^${diagnostics.length - 1000} more findings`));
  assert.ok(shown.slice(0, -1).every(({ severity }) => severity === 'error'));
  assert.equal(mostOf(diagnostics.slice(0, 10)).length, 10);
});
