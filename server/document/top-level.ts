import { isMap, type ParsedNode } from 'yaml';
import { keyText } from './keys';
import type { LocatedNode } from './node';
import type { TreeBuilder } from './tree';

/** One `key: value` of the top level, or one item of a list there, cut off from the rest. */
export interface Piece {
  /** Absolute offset that the positions of `node` count from. */
  readonly base: number;
  readonly node: LocatedNode;
}

/** The items of a list, or a single value. */
export class Pieces {
  constructor(
    /** The same array as in an earlier version of the text if they are all the same. */
    readonly nodes: readonly LocatedNode[],
    /** What the positions of the node of an index count from. */
    readonly baseAt: (index: number) => number,
  ) {}

  static of(pieces: readonly Piece[]): Pieces {
    return new Pieces(
      pieces.map(({ node }) => node),
      (index) => pieces[index]?.base ?? 0,
    );
  }

  moved(by: number): Pieces {
    return new Pieces(this.nodes, (index) => this.baseAt(index) + by);
  }

  toArray(): Piece[] {
    return this.nodes.map((node, index) => ({ base: this.baseAt(index), node }));
  }
}

export interface TopLevelField {
  readonly name: string;
  /** Absolute offsets. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Items where the value is a list, else the one value. */
  readonly list: boolean;
  readonly pieces: Pieces;
}

export type TopLevel =
  | { readonly kind: 'fields'; readonly fields: readonly TopLevelField[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly node: LocatedNode };

/** A pair of the root. `shared`: one node may stand in two places, so all positions count from the text's start. */
export function topLevelField(
  item: { key: unknown; value: unknown },
  builder: TreeBuilder,
  shared: boolean,
): TopLevelField[] {
  const yamlKey = item.key as ParsedNode | null;
  const value = item.value as ParsedNode | null;
  const key = builder.build(yamlKey, 0, value?.range[0] ?? 0);
  const name = keyText(key);
  if (name === undefined) {
    builder.badKey(key, builder.build(value, 0, key.end), [key.start, key.end]);
    return [];
  }
  const [valueStart, valueEnd] = value?.range ?? [key.end, key.end];
  const anchored = (value as { anchor?: string } | null)?.anchor !== undefined;
  const at = { name, keyStart: key.start, keyEnd: key.end, valueStart, valueEnd };
  if (value && 'items' in value && !isMap(value) && !anchored) {
    const pieces = value.items.map((item) => {
      const start = itemStart(item) ?? valueStart;
      const base = shared ? 0 : start;
      return { base, node: builder.buildItem(item, base, start) };
    });
    return [{ ...at, list: true, pieces: Pieces.of(pieces) }];
  }
  const base = shared ? 0 : valueStart;
  const node = builder.build(value, base, valueStart);
  return [{ ...at, ...piecesOf(node, base) }];
}

/** Of a value that is not cut: its pieces count from one place. */
export function piecesOf(node: LocatedNode, base: number): Pick<TopLevelField, 'list' | 'pieces'> {
  const list = node.kind === 'sequence';
  return { list, pieces: new Pieces(list ? node.items : [node], () => base) };
}

export function itemStart(item: unknown): number | undefined {
  const node = (item as { key?: ParsedNode }).key ?? (item as ParsedNode | null);
  return node?.range?.[0];
}
