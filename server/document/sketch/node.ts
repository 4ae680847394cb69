/**
 * A text as it is being typed: a tree of what can be made out in it, whatever is still missing. It says where
 * things are, not whether kubectl would read them. All offsets are absolute, end exclusive.
 */
export type Sketch = MappingSketch | ListSketch | ScalarSketch;

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ScalarSketch extends Span {
  readonly kind: 'scalar';
  readonly quote: '' | "'" | '"' | '|';
  /** Without quotes and escapes. Of a block scalar nothing. */
  readonly value: string;
}

export interface MappingSketch extends Span {
  readonly kind: 'mapping';
  /** In braces; else on lines of its own, from `column` on. */
  readonly flow: boolean;
  readonly column: number;
  readonly closed: boolean;
  readonly pairs: readonly PairSketch[];
}

export interface PairSketch {
  readonly key: ScalarSketch;
  /** Offset of the colon; absent behind a key that is still being typed. */
  readonly colon: number | undefined;
  readonly value: Sketch | undefined;
}

export interface ListSketch extends Span {
  readonly kind: 'list';
  /** In brackets; else with dashes at `column`. */
  readonly flow: boolean;
  readonly column: number;
  readonly closed: boolean;
  readonly items: readonly ItemSketch[];
}

export interface ItemSketch {
  /** Offset of the dash; in brackets that of the item. */
  readonly start: number;
  readonly value: Sketch | undefined;
}

/** The end of a pair as far as it is written. */
export function endOfPair({ key, colon, value }: PairSketch): number {
  return value?.end ?? (colon === undefined ? key.end : colon + 1);
}

/** The value at a path of keys and indices. */
export function sketchAt(node: Sketch | undefined, path: readonly (string | number)[]): Sketch | undefined {
  let at = node;
  for (const step of path) {
    if (at?.kind === 'list') at = typeof step === 'number' ? at.items[step]?.value : undefined;
    else if (at?.kind === 'mapping') at = at.pairs.findLast(({ key }) => key.value === step)?.value;
    else return undefined;
  }
  return at;
}

/** The text of a scalar at a path; `undefined` if there is none. */
export function textAt(node: Sketch | undefined, ...path: (string | number)[]): string | undefined {
  const found = sketchAt(node, path);
  return found?.kind === 'scalar' && found.quote !== '|' ? found.value : undefined;
}

/** The scalars of a list, in order; what is no scalar counts as empty text. */
export function textsOf(node: Sketch | undefined): string[] {
  if (node?.kind !== 'list') return [];
  return node.items.map(({ value }) => (value?.kind === 'scalar' ? value.value : ''));
}
