import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { type LocatedNode, type MappingNode, type Pair, pairOf, type SequenceNode } from '../document/node';
import { isFlowRoot } from './style';

export type Path = readonly (string | number)[];

/** A value in the text, and the key or dash that it belongs to. Absolute offsets. */
export interface Slot {
  readonly node: LocatedNode;
  readonly start: number;
  readonly end: number;
  /** Of the key with its quotes; absent for an item of a list. */
  readonly key?: { readonly start: number; readonly end: number };
  /** Whether it stands inside of brackets or braces. */
  readonly inFlow: boolean;
}

/**
 * The value at a path of an entry. `undefined` if there is none, or if it stands elsewhere in the text: what
 * a merge key brings in is not to be changed here.
 */
export function slotAt(document: LocatedDocument, entry: Entry, path: Path): Slot | undefined {
  if (path.length === 0) return entrySlot(document, entry);
  const parent = entry.at(...path.slice(0, -1));
  const step = path.at(-1);
  const { base } = entry;
  const inFlow = isFlow(parent) || isFlowRoot(document);
  if (typeof step === 'number') {
    const node = parent?.kind === 'sequence' ? parent.items[step] : undefined;
    return node && { node, ...at(node, base), inFlow };
  }
  const pair = pairOf(parent, String(step));
  if (!pair || pair.merged) return undefined;
  const key = { start: base + pair.key.start, end: base + pair.key.end };
  return { node: pair.value, ...at(pair.value, base), key, inFlow };
}

function entrySlot(document: LocatedDocument, entry: Entry): Slot | undefined {
  const field = document.field(entry.section);
  if (!field) return undefined;
  const inFlow = isFlowRoot(document);
  if (field.list && entry.path.length > 1) {
    const within = inFlow || document.text[field.valueStart] === '[';
    return { node: entry.node, ...at(entry.node, entry.base), inFlow: within };
  }
  const key = { start: field.keyStart, end: field.keyEnd };
  return { node: entry.node, ...at(entry.node, entry.base), key, inFlow };
}

function at(node: LocatedNode, base: number) {
  return { start: base + node.start, end: base + node.end };
}

function isFlow(node: LocatedNode | undefined): boolean {
  return node !== undefined && node.kind !== 'scalar' && node.flow;
}

/** Whether nothing is written there: `key:`, or `~` and its kin. */
export function isNothing(node: LocatedNode): boolean {
  return (
    node.kind === 'scalar' && (node.style === 'missing' || (node.value === null && node.style === 'plain'))
  );
}

/** The pairs that stand in the text here, in the order of the text. */
export function ownPairs(node: MappingNode): readonly Pair[] {
  return node.pairs.filter(({ merged }) => !merged).toSorted((a, b) => a.key.start - b.key.start);
}

/** Whether a key is written as `? key`, whose lines are not those of the others. */
export function isExplicit(text: string, keyStart: number): boolean {
  return /(?:^|[\s{[,-])\?\s+$/.test(text.slice(Math.max(0, keyStart - 50), keyStart));
}

/** Where a value begins with its tag and anchor. */
export function taggedStart(text: string, start: number): number {
  const before = /(?:[!&][^\s,[\]{}]*[ \t]+)+$/.exec(text.slice(Math.max(0, start - 200), start));
  return start - (before?.[0].length ?? 0);
}

/** The end of a pair: of its value, or of the colon of one that has none. Counts from the entry. */
export function endOf(document: LocatedDocument, base: number, pair: Pair): number {
  if (pair.value.end > pair.key.end) return pair.value.end;
  return colonAfter(document.text, base + pair.key.end) - base;
}

/** Offset behind the colon of a key that ends at an offset; the offset itself if there is no colon. */
export function colonAfter(text: string, keyEnd: number): number {
  const found = /^[\s?]*:/.exec(text.slice(keyEnd, keyEnd + 200));
  return found ? keyEnd + found[0].length : keyEnd;
}

/** Items that stand here: those of an alias stand elsewhere. */
export function ownItems(list: SequenceNode): readonly LocatedNode[] {
  return list.items.filter((item) => item.start >= list.start && item.end <= list.end);
}
