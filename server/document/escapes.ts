import type { LoadFault } from './fault';

const known = /^(?:[0abt\tnvfe "'\\N_LP\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;
const surrogate = /^u[dD][89a-fA-F]/;

/**
 * The first escape of a double-quoted scalar that go-yaml refuses although it is fine in JSON:
 * `\/`, and surrogate pairs.
 */
export function badEscape(text: string, start: number, end: number): LoadFault | undefined {
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) {
    const rest = text.slice(at + 1, at + 10);
    const pair = surrogate.test(rest);
    if (known.test(rest) && !pair) continue;
    const line = text.slice(0, at).split('\n').length;
    return {
      start: at,
      end: Math.min(end, at + (pair ? 6 : 2)),
      message: pair
        ? 'kubectl does not read surrogate escapes. Write the character itself.'
        : `kubectl does not know the escape \\${rest[0] ?? ''}. Write the character itself, or \\\\ for a backslash.`,
      kubectl: pair
        ? 'yaml: found invalid Unicode character escape code'
        : `yaml: line ${line}: found unknown escape character`,
    };
  }
  return undefined;
}
