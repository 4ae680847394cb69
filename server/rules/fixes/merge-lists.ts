import type { Entry, NamedEntry } from '../../document/entry';
import type { Field, LocatedDocument } from '../../document/located-document';
import type { Edit } from '../../edits/edit';
import { dashBefore } from '../../edits/items';
import { columnOf, isFirstOnLine, lineEnd, lineStart } from '../../edits/lines';
import { removeTopLevel } from '../../edits/top-level';

/**
 * Puts the items of a list of clusters, contexts or users behind those of a later one of the same field, as where
 * two files were put together. No edits: they are written in different ways, or share a name.
 */
export function mergeLists(document: LocatedDocument, field: Field, into: Field): Edit[] {
  const [first, last, end] = [field.entries[0], field.entries.at(-1), into.entries.at(-1)];
  if (!field.list || !into.list || !first || !last || !end || !canJoin(field, into)) return [];
  const { text } = document;
  const removed = removeTopLevel(document, field);
  if (removed.length === 0) return [];
  const [from, to, at] = [startOf(first), endOf(last), endOf(end)];
  if (text[field.valueStart] === '[' && text[into.valueStart] === '[') {
    return [...removed, { start: at, end: at, newText: `, ${text.slice(from, to)}` }];
  }
  const [dash, other] = [dashBefore(text, from), dashBefore(text, startOf(end))];
  const isBlock = [dash, other].every((offset) => text[offset] === '-' && isFirstOnLine(text, offset));
  if (!isBlock) return [];
  const lines = text.slice(lineStart(text, dash), lineEnd(text, to));
  const place = lineEnd(text, at);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    ...removed,
    {
      start: place,
      end: place,
      newText: lineBreak + shifted(lines, columnOf(text, other) - columnOf(text, dash)),
    },
  ];
}

function startOf({ base, node }: Entry): number {
  return base + node.start;
}

function endOf({ base, node }: Entry): number {
  return base + node.end;
}

/** Of what kubectl has not looked at, the types may be wrong, which it refuses; and no name may occur twice. */
function canJoin(field: Field, into: Field): boolean {
  const named = (each: Field) => each.entries as unknown as readonly NamedEntry[];
  const known = new Set(named(into).map(({ name }) => name));
  return named(field).every(
    ({ name, decoded }) => name !== undefined && !known.has(name) && decoded.faults.length === 0,
  );
}

/** Lines that begin further to the right, or to the left. */
function shifted(lines: string, by: number): string {
  if (by >= 0) return lines.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return lines.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}
