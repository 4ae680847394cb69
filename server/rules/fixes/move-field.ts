import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { entriesOf, type LocatedNode, type Pair, pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { type Edit, overlap } from '../../edits/edit';
import { columnOf, isFirstOnLine, lineEnd, lineStart } from '../../edits/lines';
import { colonAfter, endOf, isNothing } from '../../edits/place';
import { removeField } from '../../edits/remove-field';
import type { Value } from '../../edits/render';
import { styleOf } from '../../edits/style';

type Path = readonly (string | number)[];

/**
 * Moves a key with all that is below it into another mapping of its entry, which is made if need be. Lines keep
 * their comments. `from`, `to`: paths of the two mappings.
 */
export function moveField(
  document: LocatedDocument,
  entry: Entry,
  from: Path,
  name: string,
  to: Path,
): Edit[] {
  const pair = pairOf(entry.at(...from), name);
  const target = entry.at(...to);
  if (!pair || pair.merged || (target && pairOf(target, name))) return [];
  const inLines = isBlock(entry.at(...from)) && (!target || isBlock(target) || isEmpty(target));
  if (inLines && isFirstOnLine(document.text, entry.base + pair.key.start)) {
    return moveLines(document, entry, pair, to);
  }
  // Values alone are moved, and a comment would be lost.
  if (/(?:^|\s)#/.test(document.text.slice(entry.base + pair.key.start, entry.base + pair.value.end)))
    return [];
  const added = addField(document, entry, to, name, plainValue(pair.value));
  const removed = removeField(document, entry, [...from, name]);
  return added.length === 0 || removed.length === 0 || overlap(added, removed) ? [] : [...removed, ...added];
}

function moveLines(document: LocatedDocument, entry: Entry, pair: Pair, to: Path): Edit[] {
  const { text } = document;
  const { base } = entry;
  const style = styleOf(document);
  const start = base + pair.key.start;
  const end = lineEnd(text, base + endOf(document, base, pair));
  const column = columnOf(text, start);
  const at = (width: number) =>
    shifted(text.slice(lineStart(text, start), end), width - column).join(style.lineBreak);
  const target = entry.at(...to);
  const key = String(to.at(-1));
  const parent = pairOf(entry.at(...to.slice(0, -1)), key);
  // Wrapped where it is.
  if (!parent) {
    const newText = `${' '.repeat(column)}${key}:${style.lineBreak}${at(column + style.indent)}`;
    return [{ start: lineStart(text, start), end, newText }];
  }
  const last = target?.kind === 'mapping' ? target.pairs.filter(({ merged }) => !merged).at(-1) : undefined;
  const removed = { start: lineStart(text, start) - 1, end, newText: '' };
  if (removed.start < 0) return [];
  if (last) {
    const behind = lineEnd(text, base + endOf(document, base, last));
    const newText = style.lineBreak + at(columnOf(text, base + last.key.start));
    return [withoutReturn(text, removed), { start: behind, end: behind, newText }];
  }
  // Nothing, or empty braces: a comment behind it stays.
  const [from, valueEnd] = [colonAfter(text, base + parent.key.end), base + parent.value.end];
  const behind = lineEnd(text, Math.max(from, valueEnd));
  const newText = style.lineBreak + at(columnOf(text, base + parent.key.start) + style.indent);
  const emptied = valueEnd > from ? [{ start: from, end: valueEnd, newText: '' }] : [];
  return [withoutReturn(text, removed), ...emptied, { start: behind, end: behind, newText }];
}

function withoutReturn(text: string, edit: Edit): Edit {
  return text[edit.start - 1] === '\r' ? { ...edit, start: edit.start - 1 } : edit;
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

/** Only for brackets, where nothing but the values counts. */
function plainValue(node: LocatedNode): Value {
  if (node.kind === 'sequence') return node.items.map(plainValue);
  if (node.kind === 'mapping') {
    return Object.fromEntries([...entriesOf(node)].map(([name, { value }]) => [name, plainValue(value)]));
  }
  return typeof node.value === 'bigint' ? node.source : node.value;
}
