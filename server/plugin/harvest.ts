import { isSecretName, looksLikeToken, mayBeSecret } from '../credential/token-shape';
import type { LocatedNode } from '../document/node';
import { quotableKind, quotableTime, quotableVersion } from './quote';

interface Place {
  readonly node: LocatedNode;
  /** Of the field that it stands in. */
  readonly name: string;
  /** Whether it is a field of the object itself. */
  readonly top: boolean;
}

/**
 * Secrets in a decoded output: every string that has no business of its own there, since a plugin may
 * print a refresh token or a password in a field of its own making, and repeat it on stderr.
 */
export function* secretsInDocument(root: LocatedNode | null): Generator<string> {
  const open: Place[] = root ? [{ node: root, name: '', top: false }] : [];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, name } = at;
    if (node.kind === 'scalar') yield* secretsInScalar(node.value, at);
    else if (node.kind === 'sequence') {
      for (const item of node.items) open.push({ node: item, name, top: false });
    } else {
      for (const pair of node.pairs) {
        if (isOddName(pair.name)) yield pair.name;
        open.push({ node: pair.value, name: pair.name, top: node === root });
      }
    }
  }
}

/** A field's name is words; somebody may have made one of a token. */
function isOddName(name: string): boolean {
  return looksLikeToken(name) || (/\d/.test(name) && mayBeSecret(name));
}

function secretsInScalar(value: unknown, { name, top }: Place): string[] {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return isSecretName(name) ? [String(value)] : [];
  }
  if (typeof value !== 'string' || isHarmless(value, name, top)) return [];
  if (isSecretName(name) || name === 'clientKeyData') return [value];
  if (name === 'clientCertificateData') return certificateSecrets(value);
  if (!/\s/.test(value)) return value.length >= 8 ? [value] : [];
  // The last line of a key is short, and looks like nothing.
  if (value.includes('-----BEGIN ')) return [value];
  return value.split(/\s+/).filter((word) => mayBeSecret(word) || looksLikeToken(word));
}

const certificateEnds = ['-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'] as const;

/** A certificate is public, but somebody may have put something else there, or a key beside it. */
function certificateSecrets(value: string): string[] {
  const [begin, end] = certificateEnds;
  const rest: string[] = [];
  let done = 0;
  for (let at = value.indexOf(begin); at !== -1; at = value.indexOf(begin, done)) {
    const last = value.indexOf(end, at);
    if (last === -1) break;
    rest.push(value.slice(done, at).trim());
    done = last + end.length;
  }
  return [...rest, value.slice(done).trim()].filter((part) => part !== '');
}

function isHarmless(value: string, name: string, top: boolean): boolean {
  if (top && name === 'kind') return quotableKind(value) === value;
  if (top && name === 'apiVersion') return quotableVersion(value) === value;
  return name === 'expirationTimestamp' && quotableTime(value) === value;
}

/** An output that nobody could decode, as text. */
export function textOf(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
