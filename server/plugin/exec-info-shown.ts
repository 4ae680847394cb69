import { maskedValue } from '../credential/mask';
import type { ExecInfo } from '../protocol';
import type { Scrubber } from './scrub';

/** What a plugin is sent, for people: secrets masked by name, by shape and where they are known. */
export function shownExecInfo(text: string, scrubber: Scrubber): ExecInfo {
  const { spec, ...envelope } = JSON.parse(text) as Required<ExecInfo>;
  const { cluster, ...rest } = spec;
  if (!cluster) return { ...envelope, spec: rest };
  const fields = Object.entries(cluster).map(([name, value]) => [name, clusterField(name, value, scrubber)]);
  return { ...envelope, spec: { cluster: Object.fromEntries(fields), ...rest } };
}

function clusterField(name: string, value: unknown, scrubber: Scrubber): unknown {
  const isAuthority = name === 'certificate-authority-data' && typeof value === 'string';
  return isAuthority ? publicPart(value, scrubber) : scrubber.value(maskedValue(value, name));
}

/** A CA file may have its private key beside it. */
function publicPart(authority: string, scrubber: Scrubber): string {
  const hasKey = Buffer.from(authority, 'base64').includes('PRIVATE KEY');
  return hasKey ? '[redacted]' : scrubber.known(authority);
}
