import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenText } from '../../../server/lsp/open-text';

/** Long enough for several chunks, with every kind of line break, of which some are rare. */
const line = fc.tuple(
  fc.constantFrom('', 'a: b', '  - name: x', `k: ${'Zm9v'.repeat(3000)}`, 'é😀', '\r', '\t'),
  fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r', ''),
);
const lines = (maxLength: number) =>
  fc.array(line, { maxLength, size: 'max' }).map((all) => all.map((each) => each.join('')).join(''));
const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3));
const change = fc.record({ from: place, to: place, text: lines(12), near: fc.boolean(), whole: fc.nat(20) });

test('an open text is after any edits what the usual one is', () => {
  fc.assert(
    fc.property(lines(60), fc.array(change, { maxLength: 12 }), (text, changes) => {
      const ours = OpenText.create('file:///here', 'yaml', 1, text);
      const usual = TextDocument.create('file:///here', 'yaml', 1, text);
      same(ours, usual);
      for (const [version, { from, to, text: inserted, near, whole }] of changes.entries()) {
        const start = positionOf(usual, from);
        const end = near ? { line: start.line, character: start.character + to[1] } : positionOf(usual, to);
        const event = whole === 0 ? { text: inserted } : { range: { start, end }, text: inserted };
        OpenText.update(ours, [event], version);
        TextDocument.update(usual, [event], version);
        same(ours, usual);
      }
    }),
    { numRuns: 300 },
  );
});

test('an edit leaves most chunks as they are', () => {
  const text = OpenText.create('file:///here', 'yaml', 1, `${'k: v'.repeat(10)}\n`.repeat(20_000));
  const before = text.content;
  const start = { line: 10_000, character: 3 };
  OpenText.update(text, [{ range: { start, end: start }, text: 'more' }], 2);
  const kept = text.content.chunks.filter((chunk) => before.chunks.includes(chunk));
  assert.ok(before.chunks.length > 20);
  assert.equal(kept.length, before.chunks.length - 1);
  const shared = text.content.sharedWith(before);
  assert.ok(before.length - shared.start - shared.end < 100_000);
});

/** The range's ends may be in the wrong order, and outside of the text. */
function positionOf(text: TextDocument, [part, more]: readonly [number, number]) {
  const { line, character } = text.positionAt(Math.floor(part * text.getText().length));
  return more === 3 ? { line: line + 1, character: 0 } : { line, character: character + more };
}

function same(ours: OpenText, usual: TextDocument): void {
  const text = usual.getText();
  assert.equal(ours.getText(), text);
  assert.equal(ours.version, usual.version);
  assert.equal(ours.lineCount, usual.lineCount);
  for (const part of [0, 0.2, 0.5, 0.77, 0.99, 1, 1.1]) {
    const offset = Math.floor(part * text.length);
    assert.deepEqual(ours.positionAt(offset), usual.positionAt(offset));
    for (const by of [-1, 0, 1]) {
      const line = Math.floor(part * usual.lineCount) + by;
      for (const character of [0, 3, 100_000]) {
        assert.equal(ours.offsetAt({ line, character }), usual.offsetAt({ line, character }));
      }
      assert.deepEqual(ours.getLineRange(line), usual.getLineRange(line));
      assert.equal(ours.getEOLCharacters(line), usual.getEOLCharacters(line));
    }
    const range = { start: usual.positionAt(offset), end: usual.positionAt(offset + 40_000) };
    assert.equal(ours.getText(range), usual.getText(range));
  }
}
