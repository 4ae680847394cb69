import type { Edit } from './edit';
import { indentationAt, isFirstOnLine, lineEnd } from './lines';
import { indented, keyText, renderFlow, renderJson, type Value } from './render';
import type { Style } from './style';

/** Something in brackets, by absolute offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text of a member or an item that is written on one line, or on several as those around it. */
function written(name: string | undefined, value: Value, style: Style, several: boolean): string[] {
  const key = name === undefined ? '' : `${keyText(name, style)}: `;
  const [first = '', ...rest] = several ? renderJson(value, style) : [renderFlow(value, style)];
  return [key + first, ...rest];
}

/**
 * Adds a member (`name`) or an item to brackets: behind the part `after`, before the part `before`, or as the
 * only one into `brackets`.
 */
export function addToFlow(
  text: string,
  { after, before, brackets }: { after?: Span | undefined; before?: Span | undefined; brackets: Span },
  name: string | undefined,
  value: Value,
  style: Style,
): Edit[] {
  const neighbour = after ?? before;
  if (!neighbour) return [fill(text, brackets, name, value, style)];
  const alone = isFirstOnLine(text, neighbour.start);
  const lines = written(name, value, style, alone && style.json);
  const margin = alone ? style.lineBreak + indentationAt(text, neighbour.start) : ' ';
  const added = lines.join(margin);
  if (!after) return [{ start: neighbour.start, end: neighbour.start, newText: `${added},${margin}` }];
  return behind(text, after.end, brackets.end - 1, margin, added, alone);
}

function behind(
  text: string,
  end: number,
  close: number,
  margin: string,
  added: string,
  alone: boolean,
): Edit[] {
  const comma = /^\s*,/.exec(text.slice(end, close));
  const last = comma ? /^\s*(?:#.*\s*)*$/.test(text.slice(end + comma[0].length, close)) : true;
  const at = comma && last ? end + comma[0].length : end;
  const separator = comma && last ? '' : ',';
  const lineRest = text.slice(at, lineEnd(text, at));
  // A comment belongs to what it stands behind.
  if (alone && last && /^\s+#/.test(lineRest)) {
    const newText = margin + added;
    const behindComment = { start: lineEnd(text, at), end: lineEnd(text, at), newText };
    return separator ? [{ start: at, end: at, newText: separator }, behindComment] : [behindComment];
  }
  return [{ start: at, end: at, newText: separator + margin + added }];
}

/** The first thing in brackets. In a document of several lines it gets lines of its own. */
function fill(text: string, brackets: Span, name: string | undefined, value: Value, style: Style): Edit {
  const inside = { start: brackets.start + 1, end: brackets.end - 1 };
  const several = style.json && text.includes('\n');
  if (!several) return { ...inside, newText: written(name, value, style, false).join(' ') };
  const margin = style.lineBreak + indentationAt(text, brackets.start);
  const lines = indented(written(name, value, style, true), style.indent, style.tabs);
  return { ...inside, newText: margin + lines.join(margin) + margin };
}

/** Takes a part out of brackets, with the comma that it needed. `parts` in the order of the text. */
export function removeFromFlow(text: string, parts: readonly Span[], index: number): Edit[] {
  const [part, previous, next] = [parts[index], parts[index - 1], parts[index + 1]];
  if (!part) return [];
  if (next) return [{ start: part.start, end: next.start, newText: '' }];
  if (previous) return [{ start: previous.end, end: part.end, newText: '' }];
  const comma = /^\s*,/.exec(text.slice(part.end, part.end + 200))?.[0].length ?? 0;
  return [{ start: part.start, end: part.end + comma, newText: '' }];
}
