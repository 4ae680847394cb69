import { createHash } from 'node:crypto';
import type { Entry } from '../document/entry';
import type { LocatedNode } from '../document/node';

const most = 2000;

/**
 * Remembers what was worked out about texts, as certificates are dear to read on every key press. It keeps
 * only a hash of a text, which may be a private key.
 */
export function remembering<R>(work: (...texts: string[]) => R): (...texts: string[]) => R {
  const known = new Map<string, R>();
  return (...texts) => {
    const hash = createHash('sha256');
    for (const text of texts) hash.update(`${text.length} ${text}`);
    const key = hash.digest('base64');
    if (known.has(key)) return known.get(key) as R;
    const result = work(...texts);
    // The oldest makes room.
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    known.set(key, result);
    return result;
  };
}

interface List<E extends Entry> {
  readonly nodes: readonly LocatedNode[];
  entryAt(index: number): E | undefined;
}

/**
 * Remembers what each entry of a list alone decides, wherever it moves, so that it is made for none that is known; what
 * is found must not hold a place or the entry itself.
 */
export function ofEach<E extends Entry, R>(work: (entry: E) => R): (list: List<E>) => (R | undefined)[] {
  const known = new WeakMap<LocatedNode, { readonly result: R }>();
  return (list) =>
    list.nodes.map((node, index) => {
      const old = known.get(node);
      if (old) return old.result;
      const entry = list.entryAt(index);
      if (!entry) return undefined;
      const result = work(entry);
      known.set(node, { result });
      return result;
    });
}
