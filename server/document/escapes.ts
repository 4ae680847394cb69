import type { LoadFault } from './fault';
import type { Lines } from './lines';

const known = /^(?:[0abt\tnvfe "'\\N_LP\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;
const surrogate = /^u[dD][89a-fA-F]/;

/**
 * The first escape of a double-quoted scalar that go-yaml refuses although it is fine in JSON:
 * `\/`, and surrogate pairs. `start` is the offset of `scalar` in the text.
 */
export function badEscape(scalar: string, start: number, lines: Lines): LoadFault | undefined {
  for (let at = scalar.indexOf('\\'); at !== -1; at = scalar.indexOf('\\', at + 2)) {
    const rest = scalar.slice(at + 1, at + 10);
    const pair = surrogate.test(rest);
    if (known.test(rest) && !pair) continue;
    return {
      start: start + at,
      end: start + Math.min(scalar.length, at + (pair ? 6 : 2)),
      message: pair
        ? 'kubectl does not read surrogate escapes. Write the character itself.'
        : `kubectl does not know the escape \\${rest[0] ?? ''}. Write the character itself, or \\\\ for a backslash.`,
      kubectl: pair
        ? 'yaml: found invalid Unicode character escape code'
        : `yaml: line ${lines.at(start + at)}: found unknown escape character`,
    };
  }
  return undefined;
}
