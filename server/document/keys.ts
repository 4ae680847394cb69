import type { LocatedNode } from './node';
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

/** Go's `%#v` of what go-yaml decoded, as it appears in its messages about keys. */
export function goSyntax(node: LocatedNode): string {
  if (node.kind === 'scalar') {
    if (node.value === null) return 'interface {}(nil)';
    if (String(node.value).length > harmless) return redacted;
    return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
  }
  if (node.kind === 'sequence') return `[]interface {}{${node.items.map(goSyntax).join(', ')}}`;
  const sorted = node.pairs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pairs = sorted.map((pair) => `${JSON.stringify(pair.name)}:${goSyntax(pair.value)}`);
  return `map[interface {}]interface {}{${pairs.join(', ')}}`;
}
