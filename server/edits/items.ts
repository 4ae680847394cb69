import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { LocatedNode } from '../document/node';
import type { Edit } from './edit';
import { addToFlow, removeFromFlow, type Span } from './flow';
import { columnOf, isFirstOnLine, lineEnd, lineStart } from './lines';
import { isNothing, ownItems, type Path, slotAt } from './place';
import { wholeLines } from './remove-field';
import { indented, render, type Value } from './render';
import { setValue } from './set-value';
import { type Style, styleOf } from './style';

/** Adds an item to the list at a path of an entry, at its end or before another item. A missing value becomes a list. */
export function addItem(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  value: Value,
  { before }: { readonly before?: number } = {},
): Edit[] {
  const slot = slotAt(document, entry, path);
  if (!slot) return [];
  const { node } = slot;
  if (isNothing(node)) return setValue(document, entry, path, [value]);
  if (node.kind !== 'sequence') return [];
  const items = ownItems(node).map((item) => spanOf(item, entry.base));
  if (items.length === 0 && !slot.inFlow) return setValue(document, entry, path, [value]);
  const list = { items, brackets: node.flow ? slot : undefined };
  return addToList(document, list, value, before);
}

interface List {
  /** In the order of the text. */
  readonly items: readonly Span[];
  /** Absent for a list with dashes. */
  readonly brackets: Span | undefined;
}

export function addToList(
  document: LocatedDocument,
  { items, brackets }: List,
  value: Value,
  before?: number,
): Edit[] {
  const { text } = document;
  const style = styleOf(document);
  const [next, last] = [before === undefined ? undefined : items[before], items.at(-1)];
  if (brackets) {
    return addToFlow(
      text,
      { after: next ? undefined : last, before: next, brackets },
      undefined,
      value,
      style,
    );
  }
  const neighbour = next ?? last;
  if (!neighbour) return [];
  const dash = dashBefore(text, neighbour.start);
  const margin = style.lineBreak + ' '.repeat(columnOf(text, dash));
  const gap = text.slice(dash + 1, neighbour.start);
  const added = itemLines(value, style, /^ +$/.test(gap) ? gap : ' ').join(margin);
  if (next) return [{ start: dash, end: dash, newText: added + margin }];
  const end = lineEnd(text, neighbour.end);
  return [{ start: end, end, newText: margin + added }];
}

function itemLines(value: Value, style: Style, gap: string): string[] {
  const [first = '', ...rest] = render(value, style);
  return [`-${gap}${first}`, ...indented(rest, gap.length + 1)];
}

/** Removes the item that a path of an entry leads to. The last one leaves `[]`. */
export function removeItem(document: LocatedDocument, entry: Entry, path: Path): Edit[] {
  const list = slotAt(document, entry, path.slice(0, -1));
  const index = path.at(-1);
  if (list?.node.kind !== 'sequence' || typeof index !== 'number') return [];
  const item = list.node.items[index];
  const own = ownItems(list.node);
  if (!item || !own.includes(item)) return [];
  if (own.length === 1 && !list.node.flow) return setValue(document, entry, path.slice(0, -1), []);
  const items = own.map((each) => spanOf(each, entry.base));
  return removeFromList(document, { items, brackets: list.node.flow ? list : undefined }, own.indexOf(item));
}

export function removeFromList({ text }: LocatedDocument, { items, brackets }: List, index: number): Edit[] {
  if (brackets) return removeFromFlow(text, items, index);
  const item = items[index];
  if (!item) return [];
  const start = dashBefore(text, item.start);
  const next = items[index + 1];
  if (isFirstOnLine(text, start)) return [wholeLines(text, start, item.end)];
  return next ? [{ start, end: dashBefore(text, next.start), newText: '' }] : [];
}

/** The dash of an item; the item may stand on a later line, behind comments. */
export function dashBefore(text: string, start: number): number {
  for (let at = start - 1; at >= 0; at--) {
    if (text[at] !== '-') continue;
    const line = text.slice(lineStart(text, at), at);
    if (
      /^[ \t]*(?:- *)*$/.test(line) &&
      /^[ \t]*(?:[#&!].*)?$/.test(text.slice(at + 1, lineEnd(text, at)).slice(0, start - at - 1))
    )
      return at;
  }
  return start;
}

function spanOf(node: LocatedNode, base: number): Span {
  return { start: base + node.start, end: base + node.end };
}
