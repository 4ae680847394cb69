import { entriesOf, type LocatedNode } from './node';

/**
 * A value as Go's encoding/json prints it: keys sorted by their bytes, no white space, and `<`, `>`,
 * `&` and the line separators escaped. This is how an extension reaches the plugin.
 */
export function goJson(node: LocatedNode): string {
  if (node.kind === 'scalar') return goJsonScalar(node.value);
  if (node.kind === 'sequence') return `[${node.items.map(goJson).join(',')}]`;
  const pairs = [...entriesOf(node)]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, pair]) => `${goJsonString(name)}:${goJson(pair.value)}`);
  return `{${pairs.join(',')}}`;
}

function goJsonScalar(value: string | number | bigint | boolean | null): string {
  if (typeof value === 'string') return goJsonString(value);
  if (typeof value === 'number') return goJsonNumber(value);
  return String(value);
}

/** Go and JavaScript agree on the digits and on when an exponent is used, but not on a negative zero. */
function goJsonNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export function goJsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character);
}
