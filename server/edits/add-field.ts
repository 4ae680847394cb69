import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { MappingNode } from '../document/node';
import type { Edit } from './edit';
import { addToFlow } from './flow';
import { columnOf, lineEnd } from './lines';
import { endOf, isExplicit, isNothing, ownPairs, type Path, type Slot, slotAt } from './place';
import { renderField, type Value } from './render';
import { setValue } from './set-value';
import { styleOf } from './style';

export interface Order {
  /** Behind this key, if it is there. */
  readonly after?: string;
  /** Before this key, if it is there. */
  readonly before?: string;
}

/**
 * Adds a key to the mapping at a path of an entry, at the end unless told otherwise. A value that is missing
 * becomes a mapping. No edits: there is something else.
 */
export function addField(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  name: string,
  value: Value,
  order: Order = {},
): Edit[] {
  const slot = slotAt(document, entry, path);
  if (!slot) return [];
  const { node } = slot;
  if (isNothing(node)) return setValue(document, entry, path, { [name]: value });
  if (node.kind !== 'mapping') return [];
  const add = node.flow ? addToFlowMapping : addToBlock;
  return add(document, entry.base, node, slot, name, value, order);
}

function addToBlock(
  document: LocatedDocument,
  base: number,
  node: MappingNode,
  _slot: Slot,
  name: string,
  value: Value,
  order: Order,
): Edit[] {
  const { text } = document;
  const { after, before } = neighbours(node, order);
  const neighbour = before ?? after;
  if (!neighbour || isExplicit(text, base + neighbour.key.start)) return [];
  const style = styleOf(document);
  const start = base + neighbour.key.start;
  const margin = style.lineBreak + ' '.repeat(columnOf(text, start));
  const added = renderField(name, value, style).join(margin);
  if (before) return [{ start, end: start, newText: added + margin }];
  const end = lineEnd(text, base + endOf(document, base, neighbour));
  return [{ start: end, end, newText: margin + added }];
}

function addToFlowMapping(
  document: LocatedDocument,
  base: number,
  node: MappingNode,
  brackets: Slot,
  name: string,
  value: Value,
  order: Order,
): Edit[] {
  const { after, before } = neighbours(node, order);
  const span = (pair: typeof after) =>
    pair && { start: base + pair.key.start, end: base + endOf(document, base, pair) };
  const places = { after: before ? undefined : span(after), before: span(before), brackets };
  return addToFlow(document.text, places, name, value, styleOf(document));
}

function neighbours(node: MappingNode, { after, before }: Order) {
  const pairs = ownPairs(node);
  return {
    after: pairs.findLast(({ name }) => name === after) ?? pairs.at(-1),
    before: pairs.find(({ name }) => name === before),
  };
}
