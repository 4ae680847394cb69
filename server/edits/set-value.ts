import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { LocatedNode } from '../document/node';
import type { Edit } from './edit';
import { columnOf, indentationAt, isFirstOnLine, lineEnd, lineStart, nextLine } from './lines';
import { colonAfter, isExplicit, type Path, type Slot, slotAt, taggedStart } from './place';
import { isBlock, isList, isMapping, render, renderFlow, renderJson, type Value } from './render';
import { type Quote, scalarText } from './scalar';
import { type Style, styleOf } from './style';

/**
 * Replaces the value at a path of an entry; a scalar keeps its quotes if it still needs or may have them. No
 * edits: there is no such value, or it stands elsewhere.
 */
export function setValue(document: LocatedDocument, entry: Entry, path: Path, value: Value): Edit[] {
  const { text } = document;
  const found = slotAt(document, entry, path);
  if (!found || (found.key && isExplicit(text, found.key.start))) return [];
  const slot = { ...found, start: taggedStart(text, found.start) };
  const style = styleOf(document);
  if (slot.inFlow) return [{ ...span(slot), newText: spaced(text, slot, inFlow(text, slot, value, style)) }];
  if (isBlock(value)) return toBlock(text, slot, value, style);
  const newText =
    isList(value) || isMapping(value) ? renderFlow(value, style) : scalar(slot, value, style, text);
  return toLine(text, slot, newText);
}

const span = ({ start, end }: Slot) => ({ start, end });

/** Behind a colon without a blank, one is needed. */
function spaced(text: string, slot: Slot, newText: string): string {
  const bare = slot.start === slot.end && /[:-]/.test(text[slot.start - 1] ?? '');
  return bare ? ` ${newText}` : newText;
}

function inFlow(text: string, slot: Slot, value: Value, style: Style): string {
  if (!isList(value) && !isMapping(value)) return scalar(slot, value, style, text);
  if (!style.json || !isFirstOnLine(text, slot.key?.start ?? slot.start)) return renderFlow(value, style);
  const margin = style.lineBreak + indentationAt(text, slot.key?.start ?? slot.start);
  return renderJson(value, style).join(margin);
}

/** In the quotes that were there. */
function scalar(
  { node, start, inFlow: flow }: Slot,
  value: string | number | boolean | null,
  style: Style,
  text: string,
): string {
  return scalarText(value, { flow, quote: quoteOf(node, text[start]) ?? style.quote });
}

function quoteOf(node: LocatedNode, mark: string | undefined): Quote | undefined {
  if (node.kind !== 'scalar' || node.style === 'missing' || node.style === 'block') return undefined;
  // What was no text says nothing about how text is quoted here.
  if (typeof node.value !== 'string') return undefined;
  return mark === '"' || mark === "'" ? mark : '';
}

/** A value on the line of its key or dash. */
function toLine(text: string, slot: Slot, newText: string): Edit[] {
  const from = slot.key ? colonAfter(text, slot.key.end) : slot.start;
  if (slot.start === slot.end) return [{ start: from, end: from, newText: ` ${newText}` }];
  const below = slot.key && lineStart(text, slot.start) > from;
  if (!below) return [{ ...span(slot), newText }];
  const removed = { start: lineStart(text, slot.start), end: nextLine(text, slot.end) };
  return [
    { start: from, end: from, newText: ` ${newText}` },
    { ...removed, newText: '' },
  ];
}

/** A collection on lines of its own below the key; what stood on the key's line goes, but for a comment. */
function toBlock(text: string, slot: Slot, value: Value, style: Style): Edit[] {
  const { key } = slot;
  if (!key) return replaceItem(text, slot, value, style);
  const from = colonAfter(text, key.end);
  const width = columnOf(text, key.start) + (isList(value) ? style.listIndent : style.indent);
  const margin = style.lineBreak + ' '.repeat(width);
  const lines = margin + render(value, style).join(margin);
  const below = lineStart(text, slot.start) > from;
  if (below) {
    const first = lineStart(text, slot.start);
    return [{ start: first, end: slot.end, newText: lines.slice(style.lineBreak.length) }];
  }
  const end = lineEnd(text, Math.max(slot.end, from));
  const rest = text.slice(Math.max(slot.end, from), end);
  const comment = /^\s+#/.test(rest) ? rest : '';
  return [{ start: from, end, newText: comment + lines }];
}

function replaceItem(text: string, slot: Slot, value: Value, style: Style): Edit[] {
  const gap = text[slot.start - 1] === '-' ? ' ' : '';
  const margin = style.lineBreak + ' '.repeat(columnOf(text, slot.start) + gap.length);
  return [{ ...span(slot), newText: gap + render(value, style).join(margin) }];
}
