import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import type { DocumentKind, LocatedDocument } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { runLenses } from '../../../../server/features/code-lens';
import { hover } from '../../../../server/features/hover';
import { definition } from '../../../../server/features/navigation/definition';
import { folds } from '../../../../server/features/navigation/folding';
import { inlayHints } from '../../../../server/features/navigation/inlay-hints';
import { links } from '../../../../server/features/navigation/links';
import { highlights, references } from '../../../../server/features/navigation/references';
import { prepareRename, rename } from '../../../../server/features/navigation/rename';
import { selectionRanges } from '../../../../server/features/navigation/selection-ranges';
import { semanticTokens } from '../../../../server/features/navigation/semantic-tokens';
import { contextLenses } from '../../../../server/features/navigation/set-current-context';
import { isIn, type Span } from '../../../../server/features/navigation/spans';
import { type DocumentSymbol, documentSymbols } from '../../../../server/features/navigation/symbols';
import { workspaceSymbols } from '../../../../server/features/navigation/workspace-symbols';
import { numbers, samples } from './corpus';
import { machineWith } from './machine';

const machine = { environment: machineWith({ files: ['/usr/bin/aws'] }), path: '/here/config' };

function assertInside(text: string, spans: readonly Span[], what: string): void {
  const whole = { start: 0, end: text.length };
  for (const span of spans) {
    assert.ok(isIn(span, whole) && span.end >= span.start, `${what} ${span.start}-${span.end}`);
  }
}

function assertApart(spans: readonly Span[], what: string): void {
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    assert.ok(!before || before.end <= span.start, `${what} ${before?.start}-${before?.end} ${span.start}`);
  }
}

function assertNested(symbols: readonly DocumentSymbol[], around: Span): void {
  for (const { range, selection, children, name } of symbols) {
    assert.ok(isIn(range, around), `${name} is in what is around it`);
    assert.ok(isIn(selection, range), `what is selected of ${name} is in it`);
    assert.notEqual(name, '');
    assertNested(children, range);
  }
}

/** What holds of a whole document of any kind. */
function checkDocument(document: LocatedDocument): void {
  const { text } = document;
  const tokens = semanticTokens(document);
  assertInside(text, tokens, 'token');
  assertApart(tokens, 'tokens');
  const found = links(document, machine);
  assertInside(text, found, 'link');
  assertApart(found, 'links');
  assertNested(documentSymbols(document), { start: 0, end: text.length });
  const lines = text.split('\n').length;
  const open: number[] = [];
  for (const { startLine, endLine } of folds(document)) {
    assert.ok(startLine >= 0 && startLine < endLine && endLine < lines, `fold ${startLine}-${endLine}`);
    while (open.length > 0 && (open.at(-1) ?? 0) < startLine) open.pop();
    assert.ok(endLine <= (open.at(-1) ?? lines), `fold ${startLine}-${endLine} is in what is around it`);
    open.push(endLine);
  }
}

function checkKubeconfig(document: Kubeconfig): void {
  const { text } = document;
  const all = { start: 0, end: text.length };
  assertInside(text, runLenses(document), 'lens');
  assertInside(text, contextLenses(document), 'lens');
  assertInside(text, workspaceSymbols(document, ''), 'symbol');
  for (const { offset, edits } of inlayHints(document, all, machine)) {
    assertInside(text, [{ start: offset, end: offset }, ...edits], 'hint');
  }
}

function checkOffset(document: LocatedDocument, offset: number): void {
  const { text } = document;
  const ranges = selectionRanges(document, offset);
  for (const [index, range] of ranges.entries()) {
    assert.ok(offset >= range.start && offset <= range.end, 'a selection is around the cursor');
    const outer = ranges[index + 1];
    if (outer) assert.ok(isIn(range, outer) && !isIn(outer, range), 'and grows');
  }
  // Of several YAML documents in a kuberc only one is read.
  const last = offset <= text.length ? { start: 0, end: text.length } : { start: offset, end: offset };
  assert.deepEqual(ranges.at(-1), last);
  const told = hover(document, offset);
  if (told) assertInside(text, [told], 'hover');
  if (!(document instanceof Kubeconfig)) return;
  const scope = { document, files: [document] };
  const target = definition(scope, offset);
  if (target) {
    assertInside(text, [target.origin, target.entry, target.name], 'definition');
    assert.ok(
      isIn(target.name, target.entry) && offset >= target.origin.start && offset <= target.origin.end,
    );
  }
  const places = highlights(document, offset);
  assertInside(text, places, 'highlight');
  assertApart(places, 'highlights');
  assert.equal(references(scope, offset, true).length, places.length);
  const prepared = prepareRename(scope, offset);
  if (prepared && !('refusal' in prepared)) assertInside(text, [prepared], 'name');
  const renamed = rename(scope, offset, 'no: #1');
  if (renamed && 'files' in renamed) for (const { edits } of renamed.files) assertApart(edits, 'edits');
}

/** Half of a file is what there is while somebody types it. */
const parts: Readonly<Record<string, (text: string, cut: number) => string>> = {
  whole: (text) => text,
  'cut off': (text, cut) => text.slice(0, cut),
  'with a hole': (text, cut) => text.slice(0, cut) + text.slice(Math.min(text.length, cut + 3)),
};
const kinds: readonly DocumentKind[] = ['kubeconfig', 'exec-credential', 'kuberc'];

describe('every file of the corpora, at some of its offsets', () => {
  let positions = 0;
  for (const sample of samples) {
    test(sample.name, () => {
      for (const [title, part] of Object.entries(parts)) {
        const [cut = 0] = numbers(sample.name + title, sample.text.length, 1);
        const text = part(sample.text, cut);
        for (const kind of kinds) {
          const document = readDocument(kind, text);
          checkDocument(document);
          if (document instanceof Kubeconfig) checkKubeconfig(document);
          const count = kind === 'kubeconfig' ? 12 : 3;
          for (const offset of numbers(sample.name, text.length, count)) checkOffset(document, offset);
          positions += count;
        }
      }
    });
  }
  test('counts', (context) => {
    context.diagnostic(`${samples.length} files, ${positions} positions`);
    assert.ok(samples.length > 400 && positions > 20_000);
  });
});
