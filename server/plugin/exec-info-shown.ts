import { maskedValue } from '../credential/mask';
import { redacted } from '../credential/secret';
import type { ExecInfo } from '../protocol';
import { execGroup } from '../schema';
import type { Scrubber } from './scrub';

/** Words of ours, whatever else they may be. */
const constants = new Set([
  'ExecCredential',
  ...['v1', 'v1beta1', 'v1alpha1'].map((v) => `${execGroup}/${v}`),
]);

const authority = 'spec.cluster.certificate-authority-data';

const fields = new Set([
  'apiVersion',
  'kind',
  'spec',
  'interactive',
  'cluster',
  'server',
  'tls-server-name',
  'insecure-skip-tls-verify',
  'certificate-authority-data',
  'proxy-url',
  'disable-compression',
  'config',
]);

/** What a plugin is sent, for people: secrets masked by name, by shape and where they are known. A JSON object. */
export function shownExecInfo(text: string, scrubber: Scrubber): ExecInfo {
  return shown(JSON.parse(text), [], scrubber) as ExecInfo;
}

type Path = readonly string[];

function shown(value: unknown, path: Path, scrubber: Scrubber): unknown {
  if (Array.isArray(value)) return value.map((item) => shown(item, path, scrubber));
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, item]) => [
      shownName(name, scrubber),
      shown(item, [...path, name], scrubber),
    ]);
    return Object.fromEntries(pairs);
  }
  if (typeof value === 'string' && constants.has(value)) return value;
  if (typeof value === 'string' && path.join('.') === authority) return publicPart(value, scrubber);
  const masked = maskedValue(value, path.at(-1));
  return typeof masked === 'string' ? scrubber.known(masked) : masked;
}

/** What a field of it is called. */
export function shownName(name: string, scrubber: Scrubber): string {
  return fields.has(name) ? name : scrubber.known(name);
}

/** A certificate is public, however random it looks; a CA file may have its private key beside it. */
function publicPart(data: string, scrubber: Scrubber): string {
  const hasKey = Buffer.from(data, 'base64').includes('PRIVATE KEY');
  return hasKey ? redacted : scrubber.known(data);
}
