import { Secret } from '../credential/secret';
import { decode, type TypeFault } from '../document/decode';
import type { LocatedNode, MappingNode, Pair } from '../document/node';
import { goTimeMessage, parseGoTime } from '../go/time';
import { type ExecCredentialStatus, execCredentials, isReleaseSince } from '../schema';
import type { Envelope } from './envelope';
import { quotableTime } from './quote';
import { type Refusal, refuse } from './refusal';
import type { StdoutDocument } from './stdout';

/** The decoded status; an empty value is one that is missing. */
export interface Status {
  readonly token: Secret;
  readonly certificate: Secret;
  readonly key: Secret;
  /** As written; well-formed. */
  readonly expirationTimestamp: string | null;
}

/** Decodes into Kubernetes' struct. `null`: the status is missing. */
export function statusOf(
  document: StdoutDocument,
  version: Exclude<Envelope, '__internal'>,
  kubernetesVersion?: string,
): Status | null | Refusal {
  if (document.root?.kind !== 'mapping') return null;
  const schema = execCredentials[version];
  const anyOffset = !isReleaseSince(kubernetesVersion, '1.30');
  let status: Record<string, string> | null = null;
  let firstFault: string | undefined;
  for (const step of stepsOf(document.root, document.format)) {
    const { value, faults } = decode(schema, step);
    // A bad time ends Go's decoder at once, while it goes on after any other wrong type.
    const time = faults.find(({ path }) => path.join('.') === 'status.expirationTimestamp');
    if (time) return refuse('bad-expiration-timestamp', `decoding stdout: ${time.kubectl}`);
    const refusal = timeRefusal(value?.status?.expirationTimestamp, anyOffset);
    if (refusal) return refusal;
    firstFault ??= firstOf(faults, document.format)?.kubectl;
    status = merged(status, step, value?.status);
  }
  if (firstFault !== undefined) return refuse('wrong-type', `decoding stdout: ${firstFault}`);
  return status && wrapped(status);
}

/** In JSON the first in the text; in the JSON that is made of YAML the keys are sorted, as in `faults`. */
function firstOf(faults: readonly TypeFault[], format: StdoutDocument['format']): TypeFault | undefined {
  return format === 'yaml' ? faults[0] : faults.toSorted((a, b) => a.node.start - b.node.start)[0];
}

/**
 * YAML is decoded in one step. JSON is decoded pair by pair: Go's decoder goes through the text, so
 * that two objects of the same name are merged.
 */
function stepsOf(root: MappingNode, format: 'json' | 'yaml'): MappingNode[] {
  if (format === 'yaml') return [root];
  return root.pairs.flatMap((pair) => {
    if (pair.name !== 'status' || pair.value.kind !== 'mapping') return [withPairs(root, [pair])];
    const inner = pair.value;
    const empty = withPairs(root, [{ ...pair, value: withPairs(inner, []) }]);
    return [
      empty,
      ...inner.pairs.map((field) => withPairs(root, [{ ...pair, value: withPairs(inner, [field]) }])),
    ];
  });
}

function withPairs(node: MappingNode, pairs: readonly Pair[]): MappingNode {
  return { ...node, pairs };
}

function timeRefusal(value: string | undefined, anyOffset: boolean): Refusal | undefined {
  if (value === undefined) return undefined;
  const time = parseGoTime(value, anyOffset);
  if (!('fault' in time)) return undefined;
  const shown = (text: string) => (text === '' ? '' : quotableTime(text));
  const message = goTimeMessage(
    value,
    time.fault,
    quotableTime(value) === value ? shown : () => '[redacted]',
  );
  return refuse('bad-expiration-timestamp', `decoding stdout: ${message}`);
}

function merged(
  before: Record<string, string> | null,
  step: MappingNode,
  status: ExecCredentialStatus | undefined,
): Record<string, string> | null {
  const given = step.pairs.findLast(({ name }) => name === 'status')?.value;
  if (!given) return before;
  if (isNull(given)) return null;
  const after = { ...before, ...(status as Record<string, string> | undefined) };
  const inner = given.kind === 'mapping' ? given.pairs : [];
  // The only field that is a pointer in Go, so the only one that null takes back.
  if (inner.some(({ name, value }) => name === 'expirationTimestamp' && isNull(value))) {
    return Object.fromEntries(Object.entries(after).filter(([name]) => name !== 'expirationTimestamp'));
  }
  return after;
}

function isNull(node: LocatedNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function wrapped(status: Record<string, string>): Status {
  return {
    token: new Secret(status['token'] ?? ''),
    certificate: new Secret(status['clientCertificateData'] ?? ''),
    key: new Secret(status['clientKeyData'] ?? ''),
    expirationTimestamp: status['expirationTimestamp'] ?? null,
  };
}
