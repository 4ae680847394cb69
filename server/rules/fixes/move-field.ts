import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, type Pair, pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { type Edit, overlap } from '../../edits/edit';
import { columnOf, isFirstOnLine, lineEnd, lineStart } from '../../edits/lines';
import { colonAfter, endOf, isNothing } from '../../edits/place';
import { removeField } from '../../edits/remove-field';
import { styleOf } from '../../edits/style';
import { plainValue } from './values';

type Path = readonly (string | number)[];

/**
 * Moves keys with all that is below them into another mapping of their entry, which is made if need be. Lines keep
 * their comments. `from`, `to`: paths of the two mappings.
 */
export function moveFields(
  document: LocatedDocument,
  entry: Entry,
  from: Path,
  names: readonly string[],
  to: Path,
): Edit[] {
  const source = entry.at(...from);
  const target = entry.at(...to);
  const pairs = names.flatMap((name) => pairOf(source, name) ?? []);
  const [first] = pairs;
  if (!first || pairs.some(({ name, merged }) => merged || pairOf(target, name))) return [];
  const alone = pairs.every(({ key }) => isFirstOnLine(document.text, entry.base + key.start));
  if (alone && isBlock(source) && (!target || isBlock(target) || isEmpty(target))) {
    return moveLines(document, entry, pairs, to);
  }
  return pairs.length === 1 ? moveValue(document, entry, first, from, to) : [];
}

/** Values alone are moved, and a comment would be lost. */
function moveValue(document: LocatedDocument, entry: Entry, pair: Pair, from: Path, to: Path): Edit[] {
  const written = document.text.slice(entry.base + pair.key.start, entry.base + pair.value.end);
  if (/(?:^|\s)#/.test(written)) return [];
  const added = addField(document, entry, to, pair.name, plainValue(pair.value));
  const removed = removeField(document, entry, [...from, pair.name]);
  return added.length === 0 || removed.length === 0 || overlap(added, removed) ? [] : [...removed, ...added];
}

function moveLines(document: LocatedDocument, entry: Entry, pairs: readonly Pair[], to: Path): Edit[] {
  const { text } = document;
  const { base } = entry;
  const { lineBreak, indent } = styleOf(document);
  const blocks = pairs.map((pair) => blockOf(document, base, pair));
  const at = (width: number) =>
    blocks.flatMap(({ lines, column }) => shifted(lines, width - column)).join(lineBreak);
  const key = String(to.at(-1));
  const parent = pairOf(entry.at(...to.slice(0, -1)), key);
  const removals = blocks.map(({ start, end }) => withBreakBefore(text, start, end));
  const [first] = blocks;
  if (!parent && first) {
    // Wrapped where it is.
    const newText = `${' '.repeat(first.column)}${key}:${lineBreak}${at(first.column + indent)}`;
    return [{ start: first.start, end: first.end, newText }, ...removals.slice(1)];
  }
  const target = entry.at(...to);
  const last = target?.kind === 'mapping' ? target.pairs.filter(({ merged }) => !merged).at(-1) : undefined;
  if (!parent || removals.some(({ start }) => start < 0)) return [];
  if (last) {
    const behind = lineEnd(text, base + endOf(document, base, last));
    const newText = lineBreak + at(columnOf(text, base + last.key.start));
    return [{ start: behind, end: behind, newText }, ...removals];
  }
  // Nothing, or empty braces: a comment behind it stays.
  const [colon, valueEnd] = [colonAfter(text, base + parent.key.end), base + parent.value.end];
  const behind = lineEnd(text, Math.max(colon, valueEnd));
  const newText = lineBreak + at(columnOf(text, base + parent.key.start) + indent);
  const written = parent.value.end > parent.value.start;
  const emptied = written && valueEnd > colon ? [{ start: colon, end: valueEnd, newText: '' }] : [];
  return [...emptied, { start: behind, end: behind, newText }, ...removals];
}

/** The whole lines of a pair, with the comments that stand above it as deep as its key. */
function blockOf(document: LocatedDocument, base: number, pair: Pair) {
  const { text } = document;
  const column = columnOf(text, base + pair.key.start);
  let start = lineStart(text, base + pair.key.start);
  for (let above = lineStart(text, start - 1); start > 0; above = lineStart(text, start - 1)) {
    if (!text.startsWith(`${' '.repeat(column)}#`, above)) break;
    start = above;
  }
  const end = lineEnd(text, base + endOf(document, base, pair));
  return { start, end, lines: text.slice(start, end), column };
}

function withBreakBefore(text: string, start: number, end: number): Edit {
  return { start: text[start - 2] === '\r' ? start - 2 : start - 1, end, newText: '' };
}

/** Lines that stand so many columns further right, or left. */
function shifted(lines: string, by: number): string[] {
  return lines.split(/\r?\n/).map((line) => {
    if (by >= 0) return line === '' ? line : ' '.repeat(by) + line;
    return line.replace(new RegExp(`^ {0,${-by}}`), '');
  });
}

function isBlock(node: LocatedNode | undefined): boolean {
  return node?.kind === 'mapping' && !node.flow;
}

function isEmpty(node: LocatedNode): boolean {
  return isNothing(node) || (node.kind === 'mapping' && node.pairs.length === 0);
}
