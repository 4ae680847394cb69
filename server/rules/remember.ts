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

/**
 * Remembers what an entry alone decides, wherever it moves; what is found must not hold a place or the entry itself.
 */
export function ofNode<E extends Entry, R>(work: (entry: E) => R): (entry: E) => R {
  const known = new WeakMap<LocatedNode, { readonly result: R }>();
  return (entry) => {
    const old = known.get(entry.node);
    if (old) return old.result;
    const result = work(entry);
    known.set(entry.node, { result });
    return result;
  };
}
