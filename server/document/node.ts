/**
 * The located tree: what kubectl's YAML reader makes of a text, and where. Offsets are UTF-16 code
 * units from the start of the entry that holds the node (see entry.ts), end exclusive.
 */
export type LocatedNode = ScalarNode | MappingNode | SequenceNode;

/**
 * Deeper levels are cut off, so that whoever walks a tree may recurse. kubectl reads 10,000 of them;
 * a kubeconfig has about ten.
 */
export const maxDepth = 500;

interface Located {
  readonly start: number;
  readonly end: number;
}

interface LocatedValue extends Located {
  /** Goes over a line's end, so that its key is the better thing to point at. */
  readonly multiline?: true;
}

/** A scalar with the value that go-yaml's YAML 1.1 rules give it. */
export interface ScalarNode extends LocatedValue {
  readonly kind: 'scalar';
  /** `number` keeps the exact integer as a bigint where a double can't hold it. */
  readonly value: string | number | bigint | boolean | null;
  /** As written, without quotes; what a YAML 1.2 reader would take for the text. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'missing';
}

export interface MappingNode extends LocatedValue {
  readonly kind: 'mapping';
  /** In the order in which go-yaml applies them, so that the last of equal names counts. */
  readonly pairs: readonly Pair[];
  readonly flow: boolean;
}

export interface SequenceNode extends LocatedValue {
  readonly kind: 'sequence';
  readonly items: readonly LocatedNode[];
  readonly flow: boolean;
}

export interface Pair {
  /** The key as kubectl reads it: numbers and booleans have become strings. */
  readonly name: string;
  readonly key: Located;
  readonly value: LocatedNode;
  /** Came in through a merge key (`<<`), so it stands elsewhere in the text. */
  readonly merged: boolean;
}

/** A mapping's pairs as kubectl sees them: the last of equal keys. */
export function entriesOf(node: MappingNode): Map<string, Pair> {
  return new Map(node.pairs.map((pair) => [pair.name, pair]));
}

/** The pair that kubectl uses for `name`. */
export function pairOf(node: LocatedNode | undefined, name: string): Pair | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.pairs.findLast((pair) => pair.name === name);
}

/** The node at a path of keys and indices, or `undefined`. */
export function nodeAt(node: LocatedNode | undefined, ...path: (string | number)[]): LocatedNode | undefined {
  let at = node;
  for (const step of path) {
    if (typeof step === 'string') at = pairOf(at, step)?.value;
    else at = at?.kind === 'sequence' ? at.items[step] : undefined;
  }
  return at;
}

/**
 * The pairs that a merge key brings in, in the order of application: go-yaml walks a list of mappings
 * backwards so that its first wins. `undefined` when the value is neither a mapping nor such a list.
 */
export function pairsOfMerge(value: LocatedNode): readonly Pair[] | undefined {
  if (value.kind === 'mapping') return value.pairs;
  if (value.kind !== 'sequence') return undefined;
  const merged: Pair[] = [];
  for (const item of value.items.toReversed()) {
    if (item.kind !== 'mapping') return undefined;
    merged.push(...item.pairs);
  }
  return merged;
}

/** A node and all below it, counted from another place. */
export function moved<N extends LocatedNode>(node: N, by: number): N {
  if (by === 0) return node;
  const at = { start: node.start + by, end: node.end + by };
  if (node.kind === 'sequence') return { ...node, ...at, items: node.items.map((item) => moved(item, by)) };
  if (node.kind !== 'mapping') return { ...node, ...at };
  const pairs = node.pairs.map((pair) => ({
    ...pair,
    key: { start: pair.key.start + by, end: pair.key.end + by },
    value: moved(pair.value, by),
  }));
  return { ...node, ...at, pairs };
}
