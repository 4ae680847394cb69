import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { goJson } from '../../../server/document/go-json';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';
import { parseText } from '../../../server/document/parse';
import { hover } from '../../../server/features/hover';
import { check } from '../../../server/rules/check';

const deep = 10_000;
const reserved = 'client.authentication.k8s.io/exec';
const inExtension = (data: string) =>
  `{"clusters": [{"cluster": {"extensions": [{"name": "${reserved}", "extension": ${data}}]}}]}`;

const texts: Record<string, string> = {
  lists: `users: ${'['.repeat(deep)}${']'.repeat(deep)}`,
  'lists without an end': `users: ${'['.repeat(deep)}`,
  mappings: `{"users": ${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`,
  'an extension': inExtension(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
  'block lists': `users:\n${'- '.repeat(deep)}a`,
  'block mappings': Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
  'keys of keys': `${'? '.repeat(deep)}a`,
  'broken lines': 'a: b: c\n'.repeat(2000),
  'anchors upon anchors': Array.from({ length: 300 }, (_, level) =>
    level === 0 ? 'a0: &a0 x' : `a${level}: &a${level} ${'['.repeat(20)}*a${level - 1}${']'.repeat(20)}`,
  ).join('\n'),
};

describe('nesting never overflows', () => {
  for (const [title, text] of Object.entries(texts)) {
    test(title, () => {
      const document = new Kubeconfig(text);
      const { contexts } = check(document, { environment: undefined, directory: undefined }, 'config');
      assert.equal(contexts.length, 1);
      hover(document, text.length - 1);
      const { root } = parseText(text);
      if (root) goJson(root);
    });
  }

  test('an ExecCredential', () => {
    const text = `{"status": ${'['.repeat(deep + 1)}`;
    assert.match(new LocatedDocument('exec-credential', text).faults[0]?.kubectl ?? '', /exceeded max depth/);
  });
});
