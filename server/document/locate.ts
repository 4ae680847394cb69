import type { Field, LocatedDocument } from './located-document';
import type { LocatedNode } from './node';

/** What stands at an offset. */
export interface Location {
  /** Keys and indices from the root. */
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  /** The value, also when the cursor is on its key. Its offsets count from its entry. */
  readonly node: LocatedNode;
  /** Absolute range of the key or value under the cursor, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The innermost key or scalar at an offset; the end of one still belongs to it. */
export function locate(document: LocatedDocument, offset: number): Location | undefined {
  for (const field of document.fields) {
    const { keyStart: start, keyEnd: end } = field;
    if (offset >= start && offset <= end)
      return { path: [field.name], on: 'key', node: wholeValue(field), start, end };
    if (offset < field.valueStart || offset > field.valueEnd) continue;
    for (const entry of field.entries) {
      const found = locateIn(entry.node, offset - entry.base, [...entry.path]);
      if (found) return { ...found, start: found.start + entry.base, end: found.end + entry.base };
    }
  }
  return undefined;
}

/** The entry that an offset belongs to, blanks and indentation included. */
export function entryAt(document: LocatedDocument, offset: number): Field['entries'][number] | undefined {
  const field = document.fields.findLast((candidate) => candidate.keyStart <= offset);
  if (!field?.list) return field?.entries[0];
  const starts = (entry: Field['entries'][number]) => {
    const start = entry.base + entry.node.start;
    return document.text.lastIndexOf('\n', start) + 1;
  };
  return field.entries.findLast((entry) => starts(entry) <= offset);
}

function locateIn(node: LocatedNode, offset: number, path: (string | number)[]): Location | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  if (node.kind === 'scalar') return { path, on: 'value', node, start: node.start, end: node.end };
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const found = locateIn(item, offset, [...path, index]);
      if (found) return found;
    }
    return undefined;
  }
  for (const pair of node.pairs) {
    if (pair.merged) continue;
    const { start, end } = pair.key;
    const here = [...path, pair.name];
    if (offset >= start && offset <= end) return { path: here, on: 'key', node: pair.value, start, end };
    const found = locateIn(pair.value, offset, here);
    if (found) return found;
  }
  return undefined;
}

function wholeValue(field: Field): LocatedNode {
  const [only] = field.entries;
  if (only && !field.list) return only.node;
  const items = field.entries.map((entry) => entry.node);
  return { kind: 'sequence', start: 0, end: field.valueEnd - field.valueStart, items, flow: false };
}
