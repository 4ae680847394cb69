import { scalarText } from './scalar';
import type { Style } from './style';

/** What can be written into a document. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMapping(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isScalar(value: Value): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

/** Whether a value takes lines of its own in block style. */
export function isBlock(value: Value): boolean {
  return isMapping(value) ? Object.keys(value).length > 0 : isList(value) && value.length > 0;
}

/** A value in block style, as lines without the indentation of what is around them. */
export function render(value: Value, style: Style): string[] {
  if (isList(value) && value.length > 0) return value.flatMap((item) => renderItem(item, style));
  if (isMapping(value) && isBlock(value)) {
    return Object.entries(value).flatMap(([name, member]) => renderField(name, member, style));
  }
  return [
    isScalar(value) ? scalarText(value, { flow: false, quote: style.quote }) : renderFlow(value, style),
  ];
}

/** A key with its value, likewise. */
export function renderField(name: string, value: Value, style: Style): string[] {
  const key = `${keyText(name, style)}:`;
  if (!isBlock(value)) return [`${key} ${render(value, style).join(' ')}`];
  return [key, ...indented(render(value, style), isList(value) ? style.listIndent : style.indent)];
}

/** An item of a list, likewise. */
export function renderItem(value: Value, style: Style): string[] {
  const [first = '', ...rest] = render(value, style);
  return [`- ${first}`, ...indented(rest, 2)];
}

/** A value on one line: `{a: b, c: [d]}`, or with the quotes and blanks of JSON. */
export function renderFlow(value: Value, style: Style): string {
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`;
  if (!isMapping(value)) return scalarText(value, { flow: true, quote: style.quote });
  const members = Object.entries(value).map(
    ([name, member]) => `${keyText(name, style)}: ${renderFlow(member, style)}`,
  );
  if (members.length === 0) return '{}';
  return style.json ? `{ ${members.join(', ')} }` : `{${members.join(', ')}}`;
}

/** A value in brackets over several lines, as lines without the indentation of what is around them. */
export function renderJson(value: Value, style: Style): string[] {
  if (!isBlock(value)) return [renderFlow(value, style)];
  const inner = isList(value)
    ? value.map((item) => renderJson(item, style))
    : Object.entries(value as Record<string, Value>).map(([name, member]) =>
        prefixed(`${keyText(name, style)}: `, renderJson(member, style)),
      );
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  const lines = inner.flatMap((part, index) => (index < inner.length - 1 ? suffixed(part, ',') : part));
  return [open, ...indented(lines, style.indent, style.tabs), close];
}

export function keyText(name: string, style: Pick<Style, 'json'>): string {
  return scalarText(name, { flow: true, quote: style.json ? '"' : '' });
}

export function indented(lines: readonly string[], by: number, tabs = false): string[] {
  return lines.map((line) => (tabs ? '\t' : ' ').repeat(by) + line);
}

function prefixed(prefix: string, [first = '', ...rest]: readonly string[]): string[] {
  return [prefix + first, ...rest];
}

function suffixed(lines: readonly string[], suffix: string): string[] {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${suffix}`];
}
