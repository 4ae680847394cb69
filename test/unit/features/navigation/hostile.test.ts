import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { hover } from '../../../../server/features/hover';
import { folds } from '../../../../server/features/navigation/folding';
import { links } from '../../../../server/features/navigation/links';
import { selectionRanges } from '../../../../server/features/navigation/selection-ranges';
import { semanticTokens } from '../../../../server/features/navigation/semantic-tokens';
import { documentSymbols } from '../../../../server/features/navigation/symbols';

const many = 100_000;
const user = (exec: string) => `users:\n- name: a\n  user:\n    exec:\n      command: tool\n${exec}`;

/** Texts that an expression which tries everything would not come to an end with. */
const texts: Readonly<Record<string, string>> = {
  'blanks in a command': `users: [{name: a, user: {exec: {command: "x${' '.repeat(many)}y"}}}]`,
  'dots in an address': user(`      installHint: "https://a${'.'.repeat(many)}b"\n`),
  'marks in a server': `clusters: [{name: a, cluster: {server: "https://${'@'.repeat(many)}"}}]`,
  'comments behind a dash': `users:\n- ${'# '.repeat(many)}\n  name: a\n- name: b\n`,
  'comments before an item': `users:\n-\n${'  # x\n'.repeat(many / 10)}  name: a\n`,
  'tags before an item': `users:\n- ${'!'.repeat(many)} x\n- name: b\n`,
  'dashes before an item': `users:\n${'- '.repeat(200)}x\n- name: b\n`,
  'a long name': `users: [{name: "${'a '.repeat(many)}"}]`,
};

describe('a hostile text keeps nobody waiting', () => {
  for (const [title, text] of Object.entries(texts)) {
    test(title, { timeout: 20_000 }, () => {
      const document = new Kubeconfig(text);
      const [list, ...more] = documentSymbols(document);
      assert.equal(more.length, 0);
      assert.ok(list && list.children.length > 0, 'its entries are in the outline');
      assert.ok(!JSON.stringify(links(document, {})).includes('@'));
      assert.ok(folds(document).every(({ startLine, endLine }) => startLine < endLine));
      assert.ok(semanticTokens(document).every(({ start, end }) => start < end));
      for (const offset of [text.indexOf('name') + 7, text.length - 2]) {
        assert.ok(selectionRanges(document, offset).length > 0);
        assert.ok((hover(document, offset)?.markdown.length ?? 0) < 2000);
      }
    });
  }
});
