import type { LocatedNode, ScalarNode } from './node';
import { redacted } from './quotable';
import { goNumberName } from './scalars';

/**
 * A mapping key as sigs.k8s.io/yaml turns it into a JSON key: numbers and booleans become text.
 * `undefined` for null and collections, which it refuses.
 */
export function keyText(key: LocatedNode): string | undefined {
  if (key.kind !== 'scalar' || key.value === null) return undefined;
  const { value } = key;
  return typeof value === 'number' && !Number.isFinite(value) ? goNumberName(value) : String(value);
}

/** So short that it is no secret. A value that has lost its key, as while typing, may be one. */
const harmless = 3;

/** A value as it follows `value: ` in a message. */
export function goValueSyntax(node: LocatedNode): string {
  return node.kind === 'scalar' && node.value === null ? '<nil>' : goSyntax(node);
}

/** Nobody reads more of a message. Aliases of aliases could make one that no memory holds. */
const longest = 10_000;

/** Go's `%#v` of what go-yaml decoded, as it appears in its messages about keys. */
export function goSyntax(node: LocatedNode): string {
  return syntaxOf(node, { left: longest });
}

/** `room`: for how many characters there still is some. */
function syntaxOf(node: LocatedNode, room: { left: number }): string {
  if (room.left <= 0) return '…';
  if (node.kind === 'scalar') {
    const text = scalarSyntax(node);
    room.left -= text.length;
    return text;
  }
  room.left -= 10;
  if (node.kind === 'sequence') {
    return `[]interface {}{${node.items.map((item) => syntaxOf(item, room)).join(', ')}}`;
  }
  const sorted = node.pairs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pairs = sorted.map((pair) => `${JSON.stringify(pair.name)}:${syntaxOf(pair.value, room)}`);
  return `map[interface {}]interface {}{${pairs.join(', ')}}`;
}

function scalarSyntax({ value }: ScalarNode): string {
  if (value === null) return 'interface {}(nil)';
  if (String(value).length > harmless) return redacted;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
