import type { LocatedNode } from '../document/node';
import type { Value } from './render';

/** What a node holds, to be written elsewhere. `undefined`: there are numbers in it that can't be written again. */
export function writable(node: LocatedNode): Value | undefined {
  if (node.kind === 'scalar') {
    const { value } = node;
    const writable = typeof value !== 'bigint' && (typeof value !== 'number' || Number.isFinite(value));
    return writable ? value : undefined;
  }
  if (node.kind === 'sequence') return whole(node.items.map(writable));
  const members = new Map(node.pairs.map((pair) => [pair.name, writable(pair.value)]));
  return [...members.values()].includes(undefined) ? undefined : (Object.fromEntries(members) as Value);
}

function whole(items: readonly (Value | undefined)[]): Value | undefined {
  return items.includes(undefined) ? undefined : (items as readonly Value[]);
}
