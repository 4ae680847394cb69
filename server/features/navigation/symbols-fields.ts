import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, nodeAt, type Pair } from '../../document/node';
import { docOf, elementOf, type Schema, schemaAt } from '../../schema';
import { textOf } from './exec-line';
import { address, label } from './plain-text';
import { isIn, type Span } from './spans';
import type { DocumentSymbol } from './symbols';
import { fieldSpans } from './symbols-kubeconfig';

/** Below this the outline repeats the text. */
const deepest = 3;

/** The fields of an ExecCredential or a kuberc that kubectl knows, but for its header. */
export function fieldSymbols(document: LocatedDocument): DocumentSymbol[] {
  return document.fields.flatMap((field) => {
    const schema = schemaAt(document.schema, [field.name]);
    const isHeader = field.name === 'kind' || field.name === 'apiVersion';
    const [first] = field.entries;
    if (!schema || field.shadowed || isHeader) return [];
    const spans = fieldSpans(document.text, field);
    const element = elementOf(schema);
    if (field.list && element) {
      const items = field.entries.flatMap(({ node, base }) => itemSymbol(node, element, base, spans.range));
      return [{ ...spans, name: field.name, kind: 'list', detail: '', children: items }];
    }
    if (!first) return [];
    const { base, node } = first;
    return [{ ...spans, name: field.name, ...contentOf(field.name, node, schema, base, spans.range, 1) }];
  });
}

type Content = Pick<DocumentSymbol, 'kind' | 'detail' | 'children'>;

function contentOf(
  name: string,
  node: LocatedNode,
  schema: Schema,
  base: number,
  within: Span,
  depth: number,
): Content {
  const element = elementOf(schema);
  if (node.kind === 'scalar') return { kind: 'value', detail: detailOf(name, node, schema), children: [] };
  if (node.kind === 'sequence') {
    const items = element && depth < deepest ? node.items : [];
    const children = items.flatMap((item) => (element ? itemSymbol(item, element, base, within) : []));
    return { kind: 'list', detail: '', children };
  }
  const pairs = depth < deepest ? node.pairs : [];
  const children = pairs.flatMap((pair) => pairSymbol(pair, schema, base, within, depth + 1));
  return { kind: 'object', detail: '', children };
}

function pairSymbol(pair: Pair, object: Schema, base: number, within: Span, depth: number): DocumentSymbol[] {
  const schema = schemaAt(object, [pair.name]);
  const selection = { start: base + pair.key.start, end: base + pair.key.end };
  const value = { start: base + pair.value.start, end: base + pair.value.end };
  // What an alias or a merge key brings in stands elsewhere.
  if (!schema || pair.merged || !isIn(selection, within)) return [];
  const end = isIn(value, within) ? Math.max(selection.end, value.end) : selection.end;
  const range = { start: selection.start, end };
  return [
    { name: pair.name, range, selection, ...contentOf(pair.name, pair.value, schema, base, range, depth) },
  ];
}

/** By the name of an item, or the command that it is for. */
function itemSymbol(node: LocatedNode, schema: Schema, base: number, within: Span): DocumentSymbol[] {
  const range = { start: base + node.start, end: base + node.end };
  const [name, command] = ['name', 'command'].map((key) => textOf(nodeAt(node, key)));
  const shown = label(name ?? command ?? '');
  if (node.kind !== 'mapping' || shown === '' || !isIn(range, within)) return [];
  const key = node.pairs.find(
    ({ value, merged }) => !merged && [name, command].includes(textOf(value)),
  )?.value;
  const own = key && { start: base + key.start, end: base + key.end };
  const selection = own && isIn(own, range) ? own : { start: range.start, end: range.start };
  const detail = name !== undefined && command !== undefined ? label(command) : '';
  return schemaAt(schema, ['name']) || schemaAt(schema, ['command'])
    ? [{ name: shown, kind: 'object', detail, range, selection, children: [] }]
    : [];
}

/** The value of a short field that holds no secret. */
function detailOf(name: string, node: LocatedNode, schema: Schema): string {
  if (node.kind !== 'scalar' || node.value === null || node.multiline) return '';
  const text = String(node.value);
  if (docOf(schema)?.sensitive || /data$/i.test(name)) return '';
  return name === 'server' || name === 'proxy-url' ? address(text) : label(text);
}
