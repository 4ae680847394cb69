import { LineIndex } from './document/line-index';
import type { LocatedDocument } from './document/located-document';
import { entriesOf, type LocatedNode, type Pair } from './document/node';
import { misnamed } from './plugin/findings-format';
import type { ReportFinding } from './protocol';
import { fieldKey, fieldValue, valueAt } from './rules/places';
import type { Place } from './rules/rule';

/** An ExecCredential that is open in an editor. */
export interface OpenCredential {
  readonly uri: string;
  readonly document: LocatedDocument;
}

/** Findings about an ExecCredential, each with what in it it is about instead of what in the kubeconfig. */
export function placedInCredential(
  findings: readonly ReportFinding[],
  { uri, document }: OpenCredential,
): ReportFinding[] {
  const lines = new LineIndex(document.text);
  return findings.map((finding) => {
    const isElsewhere = aboutKubeconfig.has(finding.code) && finding.place !== undefined;
    const start = isElsewhere ? undefined : startOf(finding.code, document);
    return start === undefined ? finding : { ...finding, place: { uri, ...lines.positionAt(start) } };
  });
}

/** They are put right in the kubeconfig if there is one. */
const aboutKubeconfig: ReadonlySet<string> = new Set(['aws-output-format', 'jwt-other-audience']);

const pair = ['clientCertificateData', 'clientKeyData'];

/** What in `status` a finding is about, by its code: the first that is there, else `status` itself. */
const inStatus = new Map<string, readonly string[]>([
  ...every([], ['no-credential', 'no-expiry', 'no-status']),
  ...every(
    ['token'],
    [
      'bad-token-character',
      'bearer-prefix',
      'clock-skew',
      'jwt-expired',
      'jwt-not-yet-valid',
      'jwt-other-audience',
      'token-not-ascii',
      'token-quotes',
      'token-white-space',
    ],
  ),
  ...every(pair, [
    'bad-key-pair',
    'base64-pem',
    'certificate-expired',
    'certificate-not-yet-valid',
    'half-key-pair',
    'pem-line-breaks',
  ]),
  ...every(
    ['expirationTimestamp'],
    ['bad-expiration-timestamp', 'expired', 'expires-soon', 'far-expiry', 'jwt-expires-earlier'],
  ),
]);

function every(names: readonly string[], codes: readonly string[]) {
  return codes.map((code) => [code, names] as const);
}

type Start = (document: LocatedDocument) => number | undefined;

const apiVersion: Start = (document) => absolute(fieldValue(document, 'apiVersion'));
const text: Start = ({ text }) => Math.max(0, text.search(/\S/));
const fault: Start = (document) => document.faults[0]?.start ?? text(document);

const elsewhere: Readonly<Record<string, Start>> = {
  'api-version-mismatch': apiVersion,
  'api-version-missing': apiVersion,
  'aws-output-format': text,
  'bad-stdout-syntax': fault,
  'html-output': text,
  'misnamed-field': misnamedField,
  'not-an-object': text,
  'not-judged': text,
  'other-api-version': apiVersion,
  'stdout-empty': text,
  'text-after-json': fault,
  'text-before-json': text,
  'unknown-kind': (document) =>
    isCredential(document) ? apiVersion(document) : absolute(fieldValue(document, 'kind')),
  'wrong-type': typeFault,
};

function startOf(code: string, document: LocatedDocument): number | undefined {
  const names = inStatus.get(code);
  return names ? startInStatus(names, document) : elsewhere[code]?.(document);
}

function startInStatus(names: readonly string[], document: LocatedDocument): number {
  const status = document.entry('status');
  const name = names.find((each) => !isEmpty(status?.at(each)));
  return absolute(status && name !== undefined ? valueAt(status, name) : fieldKey(document, 'status'));
}

function isEmpty(node: LocatedNode | undefined): boolean {
  return !node || (node.kind === 'scalar' && (node.value === null || node.value === ''));
}

function isCredential(document: LocatedDocument): boolean {
  const kind = document.nodeAt('kind');
  return kind?.kind === 'scalar' && kind.value === 'ExecCredential';
}

function typeFault(document: LocatedDocument): number | undefined {
  for (const { base, decoded } of document.entries()) {
    const [first] = decoded.faults;
    if (first) return base + first.node.start;
  }
  return undefined;
}

/** Where the credential is that kubectl does not look for. */
function misnamedField(document: LocatedDocument): number {
  const status = document.fields.find(({ name }) => name !== 'status' && name.toLowerCase() === 'status');
  const root = document.fields.find(({ name }) => misnamed[name.toLowerCase()] !== undefined);
  const key = strayIn(document, 'status') ?? (status ?? root)?.keyStart ?? strayIn(document, 'spec');
  return key ?? absolute(fieldKey(document, 'status'));
}

function strayIn(document: LocatedDocument, section: string): number | undefined {
  const entry = document.entry(section);
  if (entry?.node.kind !== 'mapping') return undefined;
  const isStray = ({ name }: Pair) => {
    const right = misnamed[name.toLowerCase()];
    return right !== undefined && !(section === 'status' && name === right);
  };
  const stray = [...entriesOf(entry.node).values()].find(isStray);
  return stray && entry.base + stray.key.start;
}

function absolute({ entry, start }: Place): number {
  return (entry?.base ?? 0) + start;
}
