import assert from 'node:assert/strict';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import type { DocumentKind, LocatedDocument } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { applyEdits, overlap } from '../../../../server/edits/edit';
import {
  type CompletionContext,
  type CompletionItem,
  complete,
} from '../../../../server/features/completion';
import { hasHoles, plainText, snippetText } from '../../../../server/features/completion/holes';
import { cursor } from '../../cursor';
import { expanded } from './snippet';

export interface Options extends Partial<CompletionContext> {
  readonly kind?: DocumentKind;
  /** Instead of the text alone. */
  readonly document?: (text: string) => LocatedDocument;
}

/** What is proposed at the cursor of a marked text. */
export function completionAt(marked: string, options: Options = {}) {
  const { kind = 'kubeconfig', document, ...context } = options;
  const { text, offset } = cursor(marked);
  const read =
    document ?? ((from: string) => (kind === 'kubeconfig' ? new Kubeconfig(from) : readDocument(kind, from)));
  const list = complete(read(text), offset, { now: Date.parse('2030-01-01T00:00:00Z'), ...context });
  const items = list.items.toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const labels = items.map(({ label }) => label);
  const find = (label: string) => {
    const found = items.find((item) => item.label === label);
    return found ?? assert.fail(`${JSON.stringify(label)} is not among ${JSON.stringify(labels)}`);
  };
  return {
    items,
    labels,
    incomplete: list.incomplete,
    find,
    /** The text after the item was accepted, snippets with their defaults. */
    accept: (label: string) => accepted(text, offset, find(label)),
    /** The same for a client without snippets. */
    acceptPlain: (label: string) => applyEdits(text, editsOf(find(label), plainText)),
  };
}

export function accepted(text: string, offset: number, item: CompletionItem): string {
  assertPlaced(text, offset, item);
  return applyEdits(
    text,
    editsOf(item, (newText) => (hasHoles(newText) ? expanded(snippetText(newText)) : newText)),
  );
}

function editsOf({ start, end, newText, extra }: CompletionItem, write: (text: string) => string) {
  return [{ start, end, newText: write(newText) }, ...extra];
}

/** What LSP asks of the edits of an item. */
function assertPlaced(text: string, offset: number, item: CompletionItem): void {
  const { start, end, extra } = item;
  assert.ok(start <= offset && offset <= end, 'the edit contains the cursor');
  assert.ok(!text.slice(start, end).includes('\n'), 'the edit is on one line');
  assert.ok(!overlap([item], extra), 'additional edits stand elsewhere');
}

/** Editors show an item if what is typed is in its filter, one letter after the other. */
function isShown({ start, filter }: CompletionItem, text: string, offset: number): boolean {
  const rest = filter.toLowerCase();
  let from = 0;
  for (const letter of text.slice(start, offset).trimStart().toLowerCase()) {
    const found = rest.indexOf(letter, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

export interface Row {
  /** The text with `|` or `‸` as the cursor. */
  readonly at: string;
  /** Labels that are there, in this order. */
  readonly offers?: readonly string[];
  readonly lacks?: readonly string[];
  /** The only ones, in this order. */
  readonly only?: readonly string[];
  readonly accept?: string;
  readonly becomes?: string;
  readonly options?: Options;
}

/** Compares what is proposed, and the text after an item was accepted. */
export function checkRow({ at, offers = [], lacks = [], only, accept, becomes, options }: Row): void {
  const found = completionAt(at, options);
  if (only) assert.deepEqual(found.labels, only);
  for (const label of offers) found.find(label);
  assert.deepEqual(
    found.labels.filter((label) => offers.includes(label)),
    offers,
    'in this order',
  );
  assert.deepEqual(
    found.labels.filter((label) => lacks.includes(label)),
    [],
    'not proposed',
  );
  if (accept === undefined) return;
  assert.equal(found.accept(accept), becomes);
  const { text, offset } = cursor(at);
  assert.ok(isShown(found.find(accept), text, offset), 'an editor shows it');
}
