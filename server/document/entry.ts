import type * as z from 'zod/mini';
import { type Decoded, decode, type GoPlace } from './decode';
import { type LocatedNode, nodeAt } from './node';

/**
 * The unit of work: one item of clusters, contexts or users, or one top-level field. Positions inside
 * count from `base`, so an entry that only moved is still the same.
 */
export class Entry<T = unknown> {
  constructor(
    /** Keys and indices from the document's root: `['users', 3]`, `['current-context']`. */
    readonly path: readonly (string | number)[],
    /** Absolute offset of the entry; add it to a node's offsets to make them absolute. */
    readonly base: number,
    readonly node: LocatedNode,
    /** Absent for a field that kubectl does not know. */
    readonly schema: z.ZodMiniType | undefined,
    private readonly place: GoPlace,
  ) {}

  /** What kubectl makes of the entry. Worked out when first asked for. */
  get decoded(): Decoded<T | undefined> {
    return this.schema
      ? (decodedOnce(this.schema, this.node, this.place) as Decoded<T | undefined>)
      : nothing;
  }

  /** The node at a path inside the entry. */
  at(...path: (string | number)[]): LocatedNode | undefined {
    return nodeAt(this.node, ...path);
  }

  /** The field of the list that holds it, such as `users`. */
  get section(): string {
    return String(this.path[0]);
  }
}

/** An entry with a name: a cluster, a context or a user. */
export class NamedEntry<T extends { name?: string | undefined } = { name?: string }> extends Entry<T> {
  /** The empty string when it has none, as in kubectl. */
  get name(): string {
    return this.decoded.value?.name ?? '';
  }
}

const nothing = { value: undefined, faults: [] };

/** A node that is the same as in an earlier version of the text is not decoded again. */
const known = new WeakMap<
  LocatedNode,
  { schema: z.ZodMiniType; fields: string; decoded: Decoded<unknown> }
>();

function decodedOnce(schema: z.ZodMiniType, node: LocatedNode, place: GoPlace): Decoded<unknown> {
  const { fields } = place;
  const old = known.get(node);
  if (old?.schema === schema && old.fields === fields) return old.decoded;
  const decoded = decode(schema, node, place) as Decoded<unknown>;
  known.set(node, { schema, fields, decoded });
  return decoded;
}
