import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import { type Finding, onKey, onValue } from './rule';

type Place = Pick<Finding, 'entry' | 'start' | 'end'>;

/** The key at a path of an entry; where there is none, the nearest key above it, else the entry's name. */
export function keyAt(entry: Entry, ...path: (string | number)[]): Place {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1];
    const parent = entry.at(...path.slice(0, length - 1));
    const pair = typeof last === 'string' ? pairOf(parent, last) : undefined;
    if (pair) return onKey(entry, pair);
    const item = typeof last === 'number' ? entry.at(...path.slice(0, length)) : undefined;
    if (item && item.end > item.start) return onValue(entry, item);
  }
  return nameOf(entry);
}

/** The value at a path of an entry; an empty or absent one is pointed at by its key. */
export function valueAt(entry: Entry, ...path: (string | number)[]): Place {
  const node = entry.at(...path);
  return node && node.end > node.start ? onValue(entry, node) : keyAt(entry, ...path);
}

/** The name of a cluster, context or user; without one, its first key. */
export function nameOf(entry: Entry): Place {
  const name = entry.at('name');
  if (name && name.end > name.start) return onValue(entry, name);
  const first = entry.node.kind === 'mapping' ? entry.node.pairs.find((pair) => !pair.merged) : undefined;
  return first ? onKey(entry, first) : onValue(entry, entry.node);
}

/** The key of a top-level field. */
export function fieldKey(document: LocatedDocument, name: string): Place {
  const field = document.field(name);
  return field ? { start: field.keyStart, end: field.keyEnd } : { start: 0, end: 0 };
}

/** The value of a top-level field, or its key when the value is empty. */
export function fieldValue(document: LocatedDocument, name: string): Place {
  const field = document.field(name);
  if (!field || field.valueEnd <= field.valueStart) return fieldKey(document, name);
  return { start: field.valueStart, end: field.valueEnd };
}
