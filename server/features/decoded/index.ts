import type { LocatedNode } from '../../document/node';
import { parseGoTime } from '../../go/time';
import { describeAuthority, describeClientCertificate, describePrivateKey } from './certificate';
import { until } from './time';
import { describeToken } from './token';

type Path = readonly (string | number)[];

/** As much of a document as is looked at. */
interface Document {
  nodeAt(...path: (string | number)[]): LocatedNode | undefined;
}

/** Reads a value beside the one that is asked about. */
type Beside = (name: string) => string;

/** `now`: milliseconds since the epoch; absent where there is no clock. */
type Describe = (text: string, now: number | undefined, beside: Beside) => string | undefined;

/** What can be decoded, by its path with `*` for an index. PEM stands as it is, or as base64 in a field of bytes. */
const places: Readonly<Record<string, Describe>> = {
  'users.*.user.token': describeToken,
  'users.*.user.auth-provider.config.id-token': describeToken,
  'users.*.user.auth-provider.config.access-token': describeToken,
  'users.*.user.client-certificate-data': (data, now, beside) =>
    describeClientCertificate(pem(data), pem(beside('client-key-data')), now),
  'users.*.user.client-key-data': (data, _now, beside) =>
    describePrivateKey(pem(data), pem(beside('client-certificate-data'))),
  'clusters.*.cluster.certificate-authority-data': (data, now) => describeAuthority(pem(data), now),
  'spec.cluster.certificate-authority-data': (data, now) => describeAuthority(pem(data), now),
  'status.token': describeToken,
  'status.clientCertificateData': (data, now, beside) =>
    describeClientCertificate(data, beside('clientKeyData'), now),
  'status.clientKeyData': (data, _now, beside) => describePrivateKey(data, beside('clientCertificateData')),
  'status.expirationTimestamp': describeExpiry,
};

/** What the credential at a path says, as Markdown: never the credential, nor a part of it. */
export function describeDecoded(document: Document, path: Path, now: number | undefined): string | undefined {
  const name = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const describe = Object.hasOwn(places, name) ? places[name] : undefined;
  const text = describe && textOf(document.nodeAt(...path));
  if (!text) return undefined;
  return describe(text, now, (sibling) => textOf(document.nodeAt(...path.slice(0, -1), sibling)));
}

function textOf(node: LocatedNode | undefined): string {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}

function pem(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1');
}

function describeExpiry(text: string, now: number | undefined): string | undefined {
  const time = parseGoTime(text, true);
  if (now === undefined || 'fault' in time) return undefined;
  // The zero time of Go.
  if (time.ms === Date.parse('0001-01-01T00:00:00Z')) return 'This time means that it never expires.';
  return `**${time.ms <= now ? 'Expired' : 'Expires'}** ${until(time.ms, now)}`;
}
