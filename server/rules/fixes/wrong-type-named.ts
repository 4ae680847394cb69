import type { LocatedNode, MappingNode, Pair } from '../../document/node';
import type { Edit } from '../../edits/edit';
import { removeItem } from '../../edits/items';
import { isFirstOnLine } from '../../edits/lines';
import { colonAfter } from '../../edits/place';
import { setValue } from '../../edits/set-value';
import { styleOf } from '../../edits/style';
import { removeEntry } from '../../edits/top-level';
import type { Fix } from '../rule';
import { fix } from './fix';
import { innermost, isEmpty, quoted, textOf } from './values';
import type { Mistyped } from './wrong-type';
import { mappingFixes } from './wrong-type-mapping';

/** Under which key the value of a named entry stands. */
const inner: Readonly<Record<string, string>> = {
  NamedAuthInfo: 'user',
  NamedCluster: 'cluster',
  NamedContext: 'context',
  NamedExtension: 'extension',
};

/** A mapping from names, or a name alone, where a list of named entries belongs. */
export function namedListFixes(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path, expected } = fault;
  const key = inner[expected.replace('[]v1.', '')] ?? 'value';
  const text = textOf(node);
  if (node.kind !== 'mapping') {
    const list = text ? [{ name: text }] : [];
    const title = text ? 'Make it a list' : 'Write an empty list';
    return fix('repair', title, setValue(document, entry, path, list));
  }
  if (node.pairs.length === 0)
    return fix('repair', 'Write an empty list', setValue(document, entry, path, []));
  const single = node.pairs.some(({ name, value }) => name === 'name' && value.kind === 'scalar');
  const edits = single ? asOnlyItem(mistyped, node) : asItems(mistyped, node, key);
  return fix('repair', 'Make it a list', edits);
}

/** A name where an entry belongs. */
export function namedEntryFixes(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path } = fault;
  if (isEmpty(node)) return fix('repair', 'Remove the empty item', removedItem(mistyped));
  if (node.kind === 'sequence' && innermost(node).kind !== 'scalar') return mappingFixes(mistyped);
  const text = textOf(innermost(node));
  if (!text) return [];
  return fix('repair', 'Write it as "name"', setValue(document, entry, path, { name: text }));
}

function removedItem({ document, entry, fault: { path } }: Mistyped): Edit[] {
  return path.length === 0 ? removeEntry(document, entry) : removeItem(document, entry, path);
}

/** `{name: a, user: …}` is the only item. */
export function asOnlyItem({ document, entry }: Mistyped, node: MappingNode): Edit[] {
  const [start, end] = [entry.base + node.start, entry.base + node.end];
  if (node.flow) return around(start, end, '[', ']');
  const { text } = document;
  if (!isFirstOnLine(text, start)) return [];
  return [
    { start, end: start, newText: '- ' },
    ...linesAfter(text, start, end).map((at) => ({ start: at, end: at, newText: '  ' })),
  ];
}

/** `alice: …` becomes `name: alice` and `user: …`; of variables each value becomes text. */
export function asItems({ document, entry }: Mistyped, node: MappingNode, key: string): Edit[] {
  if (node.pairs.some(({ merged }) => merged)) return [];
  const { text } = document;
  const { base } = entry;
  const values = key === 'value' ? node.pairs.flatMap(({ value }) => asText(document, base, value)) : [];
  if (node.flow) {
    const [start, end] = [base + node.start, base + node.end];
    const json = styleOf(document).json;
    const items = node.pairs.flatMap((pair) => flowItem(text, base, pair, json ? `"${key}"` : key, json));
    return [{ start, end: start + 1, newText: '[' }, ...items, { start: end - 1, end, newText: ']' }];
  }
  return [
    ...node.pairs.flatMap((pair) => blockItem(mistypedPair(pair, key), text, base, document)),
    ...values,
  ];
}

function asText(document: Mistyped['document'], base: number, node: LocatedNode): Edit[] {
  const written = textOf(node);
  if (node.kind !== 'scalar' || written === undefined || typeof node.value === 'string') return [];
  return [{ start: base + node.start, end: base + node.end, newText: quoted(document, written) }];
}

const mistypedPair = (pair: Pair, key: string) => ({ pair, key, wrapped: isWrapped(pair, key) });

/** `alice: { user: … }`: the key is there already. */
function isWrapped({ value }: Pair, key: string): boolean {
  return value.kind === 'mapping' && value.pairs.length > 0 && value.pairs.every(({ name }) => name === key);
}

function blockItem(
  { pair, key, wrapped }: ReturnType<typeof mistypedPair>,
  text: string,
  base: number,
  document: Mistyped['document'],
): Edit[] {
  const [start, keyEnd] = [base + pair.key.start, base + pair.key.end];
  const colon = colonAfter(text, keyEnd);
  const margin = styleOf(document).lineBreak + ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const name = `- name: ${quoted(document, pair.name)}`;
  const below = linesAfter(text, colon, base + pair.value.end);
  if (wrapped && below.length > 0) return [{ start, end: colon, newText: name }];
  return [
    { start, end: colon, newText: `${name}${margin}  ${key}:` },
    ...below.map((at) => ({ start: at, end: at, newText: '  ' })),
  ];
}

function flowItem(text: string, base: number, pair: Pair, key: string, json: boolean): Edit[] {
  const [start, keyEnd] = [base + pair.key.start, base + pair.key.end];
  const colon = colonAfter(text, keyEnd);
  const name = `${json ? '"name"' : 'name'}: ${text.slice(start, keyEnd)}`;
  const end = base + Math.max(pair.value.end, pair.key.end);
  return [
    { start, end: colon, newText: `{${name}, ${key}:` },
    { start: Math.max(end, colon), end: Math.max(end, colon), newText: '}' },
  ];
}

function around(start: number, end: number, open: string, close: string): Edit[] {
  return [
    { start, end: start, newText: open },
    { start: end, end, newText: close },
  ];
}

/** Offsets of the lines that begin inside of a span, but for empty ones. */
function linesAfter(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    if (!/[\r\n]/.test(text[at] ?? '\n')) found.push(at);
  }
  return found;
}
