import type { LocatedNode } from '../document/node';
import { quotableKind, quotableTime, quotableVersion } from './quote';
import { isSecretName, looksLikeToken, mayBeSecret } from './token-shape';

/** More words than these are not looked at; the credential itself is known apart from them. */
const mostWords = 20_000;
const mostCharacters = 128 * 1024;

/**
 * Secrets in a decoded output: every string that has no business of its own there, since a plugin may
 * print a refresh token or a password in a field of its own making, and repeat it on stderr.
 */
export function secretsInDocument(root: LocatedNode | null): string[] {
  const found: string[] = [];
  const open: { node: LocatedNode; name: string; top: boolean }[] = root
    ? [{ node: root, name: '', top: false }]
    : [];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, name, top } = at;
    if (node.kind === 'scalar') found.push(...secretsInScalar(node.value, name, top));
    else if (node.kind === 'sequence')
      open.push(...node.items.map((item) => ({ node: item, name, top: false })));
    else {
      for (const pair of node.pairs) {
        if (looksLikeToken(pair.name)) found.push(pair.name);
        open.push({ node: pair.value, name: pair.name, top: node === root });
      }
    }
  }
  return limited(found);
}

function secretsInScalar(value: unknown, name: string, top: boolean): string[] {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return isSecretName(name) ? [String(value)] : [];
  }
  if (typeof value !== 'string' || isHarmless(value, name, top)) return [];
  if (isSecretName(name) || name === 'clientKeyData') return [value];
  if (name === 'clientCertificateData') return certificateSecrets(value);
  if (!/\s/.test(value)) return value.length >= 8 ? [value] : [];
  return value.split(/\s+/).filter((word) => mayBeSecret(word) || looksLikeToken(word));
}

/** A certificate is public, but somebody may have put something else there, or a key beside it. */
function certificateSecrets(value: string): string[] {
  const rest = value.replace(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g, '').trim();
  return rest === '' ? [] : [rest];
}

function isHarmless(value: string, name: string, top: boolean): boolean {
  if (top && name === 'kind') return quotableKind(value) === value;
  if (top && name === 'apiVersion') return quotableVersion(value) === value;
  return name === 'expirationTimestamp' && quotableTime(value) === value;
}

/** Secrets in an output that nobody could decode: what does not read like plain language. */
export function secretsInText(bytes: Uint8Array): string[] {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 1024 * 1024));
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const words = lines.flatMap((line) => line.split(/\s+/)).slice(0, mostWords);
  const parts = words.flatMap((word) => [word, ...word.split(/["'`,;{}[\]()<>=|:]+/)]);
  const quoted = text.match(/"(?:[^"\\\n]|\\.){8,}"/g) ?? [];
  const alone = lines.filter((line) => line.length >= 8 && !/\s/.test(line));
  const found = [...alone, ...parts, ...quoted.slice(0, mostWords).map((one) => one.slice(1, -1))];
  return limited([...found.filter(mayBeSecret), ...alone]);
}

function limited(found: readonly string[]): string[] {
  let left = mostCharacters;
  return [...new Set(found)].filter((one) => {
    left -= one.length;
    return left >= 0;
  });
}
