import type { Entry } from '../document/entry';
import type { Field, LocatedDocument } from '../document/located-document';
import type { Edit } from './edit';
import { addToFlow, removeFromFlow, type Span } from './flow';
import { addToList, removeFromList } from './items';
import { lineEnd, lineStart, nextLine } from './lines';
import { colonAfter } from './place';
import { wholeLines } from './remove-field';
import { renderField, type Value } from './render';
import { setValue } from './set-value';
import { isFlowRoot, styleOf } from './style';

/** Adds a field to the top level of a document, at its end or before another field. */
export function addTopLevel(
  document: LocatedDocument,
  name: string,
  value: Value,
  { before }: { readonly before?: string } = {},
): Edit[] {
  const { text, fields } = document;
  const style = styleOf(document);
  const next = fields.find((field) => field.name === before);
  if (isFlowRoot(document)) {
    const brackets = bracesOf(document);
    if (!brackets) return [];
    const [after, following] = [next ? undefined : fields.at(-1), next];
    const places = {
      after: after && spanOf(text, after),
      before: following && spanOf(text, following),
      brackets,
    };
    return addToFlow(text, places, name, value, style);
  }
  const lines = renderField(name, value, style).join(style.lineBreak);
  if (next) return [{ start: next.keyStart, end: next.keyStart, newText: lines + style.lineBreak }];
  const last = fields.at(-1);
  // The first of several YAML documents may be one that is empty.
  if (document.rootNode || (!last && /^[^#\s\uFEFF]/m.test(text.replace(/^---[ \t]*$/m, '')))) return [];
  const end = last ? lineEnd(text, spanOf(text, last).end) : text.length;
  const isFresh = end === 0 || text[end - 1] === '\n' || text[end - 1] === '\uFEFF';
  return [{ start: end, end, newText: isFresh ? lines + style.lineBreak : style.lineBreak + lines }];
}

/** Removes a field of the top level. */
export function removeTopLevel(document: LocatedDocument, field: Field): Edit[] {
  const { text, fields } = document;
  const span = spanOf(text, field);
  if (!isFlowRoot(document)) return [wholeLines(text, span.start, span.end)];
  const spans = fields.map((each) => spanOf(text, each));
  return removeFromFlow(text, spans, fields.indexOf(field));
}

/** Adds an item to a list of the top level, such as `contexts`; makes the list if there is none. */
export function addEntry(document: LocatedDocument, section: string, value: Value): Edit[] {
  const field = document.field(section);
  if (!field) return addTopLevel(document, section, [value]);
  const [first] = field.entries;
  if (!field.list) return first ? setValue(document, first, [], [value]) : [];
  const list = listOf(document, field);
  if (!first && !list.brackets) return [];
  return !first && !isFlowRoot(document)
    ? fillBlock(document, field, value)
    : addToList(document, list, value);
}

/** Removes an item of such a list; the last one leaves `[]`. */
export function removeEntry(document: LocatedDocument, entry: Entry): Edit[] {
  const field = document.field(entry.section);
  const index = field?.entries.indexOf(entry) ?? -1;
  if (!field?.list || index < 0) return [];
  const list = listOf(document, field);
  const last = field.entries.length === 1 && !list.brackets;
  return last ? emptyBlock(document, field) : removeFromList(document, list, index);
}

function emptyBlock({ text }: LocatedDocument, field: Field): Edit[] {
  const colon = colonAfter(text, field.keyEnd);
  const below = { start: lineStart(text, field.valueStart), end: nextLine(text, spanOf(text, field).end) };
  return [
    { start: colon, end: colon, newText: ' []' },
    { ...below, newText: '' },
  ];
}

/** An empty list in brackets becomes one with dashes. */
function fillBlock(document: LocatedDocument, field: Field, value: Value): Edit[] {
  const style = styleOf(document);
  const [, ...lines] = renderField(field.name, [value], style);
  const { text } = document;
  const start = colonAfter(text, field.keyEnd);
  const rest = text.slice(field.valueEnd, lineEnd(text, field.valueEnd));
  const newText = rest + style.lineBreak + lines.join(style.lineBreak);
  return [{ start, end: lineEnd(text, field.valueEnd), newText }];
}

function listOf({ text }: LocatedDocument, field: Field) {
  const items = field.entries.map(({ base, node }) => ({ start: base + node.start, end: base + node.end }));
  const brackets = { start: field.valueStart, end: field.valueEnd };
  return { items, brackets: text[field.valueStart] === '[' ? brackets : undefined };
}

function bracesOf({ text, fields }: LocatedDocument): Span | undefined {
  const start = text.lastIndexOf('{', fields[0]?.keyStart ?? text.length);
  const end = text.indexOf('}', fields.at(-1)?.valueEnd ?? start);
  return start >= 0 && end >= 0 ? { start, end: end + 1 } : undefined;
}

/** Of a field with its value, without the line breaks that the value may end with. */
function spanOf(text: string, field: Field): Span {
  const end = Math.max(field.valueEnd, colonAfter(text, field.keyEnd));
  const trimmed = text.slice(field.keyStart, end).trimEnd().length;
  return { start: field.keyStart, end: field.keyStart + trimmed };
}
