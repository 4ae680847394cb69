import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { type LocatedNode, nodeAt, pairOf } from '../document/node';
import { onKey, onValue, type Place } from './rule';

/** The key at a path of an entry; where there is none, the nearest key above it, else the entry's name. */
export function keyAt(entry: Entry, ...path: (string | number)[]): Place {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1];
    const parent = entry.at(...path.slice(0, length - 1));
    const pair = typeof last === 'string' ? pairOf(parent, last) : undefined;
    if (pair) return onKey(entry, pair);
    const item = typeof last === 'number' ? entry.at(...path.slice(0, length)) : undefined;
    if (item && item.end > item.start) return onItem(entry, item);
  }
  return namePlace(entry, entry.node);
}

/** The value at a path of an entry; one that is empty, absent or several lines long is pointed at by its key. */
export function valueAt(entry: Entry, ...path: (string | number)[]): Place {
  const node = entry.at(...path);
  const short = node && node.end > node.start && !node.multiline;
  return short ? onValue(entry, node) : keyAt(entry, ...path);
}

/** The same for the value at a path of any entry, a whole top-level field included. */
export function anyValueAt(document: LocatedDocument, entry: Entry, ...path: (string | number)[]): Place {
  const whole = path.length === 0 && entry.path.length === 1;
  return whole ? fieldValue(document, entry.section) : valueAt(entry, ...path);
}

/** The name of a cluster, context, user or extension; without one, its first key. */
export function namePlace(entry: Entry, node: LocatedNode): Place {
  const name = nodeAt(node, 'name');
  return name && name.end > name.start ? onValue(entry, name) : onItem(entry, node);
}

function onItem(entry: Entry, node: LocatedNode): Place {
  const first = node.kind === 'mapping' ? node.pairs.find((pair) => !pair.merged) : undefined;
  return node.multiline && first ? onKey(entry, first) : onValue(entry, node);
}

/** The key of a top-level field; where there is none, the first key. */
export function fieldKey(document: LocatedDocument, name: string): Place {
  const field = document.field(name) ?? document.fields[0];
  return field ? { start: field.keyStart, end: field.keyEnd } : { start: 0, end: 0 };
}

/** The value of a top-level field, or its key where the value is empty or several lines long. */
export function fieldValue(document: LocatedDocument, name: string): Place {
  const field = document.field(name);
  const value = field && document.text.slice(field.valueStart, field.valueEnd).trimEnd();
  if (!value || /[\r\n]/.test(value)) return fieldKey(document, name);
  return { start: field.valueStart, end: field.valueStart + value.length };
}
