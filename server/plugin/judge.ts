import { Secret } from '../credential/secret';
import { keyPairFault } from '../go/key-pair';
import { execGroup } from '../schema';
import { type Envelope, envelopeOf } from './envelope';
import type { Phases } from './phases';
import { Refusal, refuse } from './refusal';
import { type Status, statusOf } from './status';
import { readStdout, type StdoutDocument } from './stdout';

export interface Judgement {
  /** `null`: client-go uses the credential. */
  readonly refusal: Refusal | null;
  readonly document: StdoutDocument | null;
  readonly envelope: Envelope | null;
  readonly status: Status | null;
}

/** Of a run that left no stdout to judge. */
export const notJudged: Judgement = { refusal: null, document: null, envelope: null, status: null };

/** Judges stdout as client-go does, in its order: decoding, version, status, credential, pair, header. */
export function judge(
  stdout: Uint8Array,
  apiVersion: string,
  kubernetesVersion?: string,
  phases?: Phases,
): Judgement {
  const document = readStdout(stdout, kubernetesVersion);
  if (document instanceof Refusal) return { ...notJudged, refusal: document };
  const envelope = envelopeOf(document, kubernetesVersion);
  if (envelope instanceof Refusal) return { ...notJudged, refusal: envelope, document };
  // The internal version has no JSON names: nothing is decoded, so nothing can be of a wrong type.
  const status = envelope === '__internal' ? null : statusOf(document, envelope, kubernetesVersion);
  if (status instanceof Refusal) return { ...notJudged, refusal: status, document, envelope };
  phases?.reach('decodedMs');
  const refusal = versionRefusal(document, envelope, apiVersion) ?? statusRefusal(status);
  phases?.reach('judgedMs');
  return { refusal, document, envelope, status };
}

function versionRefusal(
  document: StdoutDocument,
  envelope: Envelope,
  apiVersion: string,
): Refusal | undefined {
  const returned = `${execGroup}/${envelope}`;
  if (returned === apiVersion) return undefined;
  const empty = !document.root || (document.root.kind === 'scalar' && document.root.value === null);
  return refuse(
    empty ? 'stdout-empty' : 'api-version-mismatch',
    `exec plugin is configured to use API version ${apiVersion}, plugin returned version ${returned}`,
    envelope,
  );
}

function statusRefusal(status: Status | null): Refusal | null {
  if (!status) return refuse('no-status', "exec plugin didn't return a status field");
  const { token, certificate, key } = status;
  if (!token.length && !certificate.length && !key.length) {
    return refuse('no-credential', "exec plugin didn't return a token or cert/key pair");
  }
  if (!certificate.length !== !key.length) {
    return refuse('half-key-pair', 'exec plugin returned only certificate or key, not both', halfOf(status));
  }
  const fault = certificate.length ? keyPairFault(Secret.reveal(certificate), Secret.reveal(key)) : undefined;
  if (fault) return refuse('bad-key-pair', `failed parsing client key/certificate: ${fault}`, fault);
  return headerRefusal(token);
}

function halfOf({ certificate }: Status): string {
  return certificate.length ? 'clientKeyData' : 'clientCertificateData';
}

/** Go's HTTP client refuses control characters in a header, except for the tab. */
function headerRefusal(token: Secret): Refusal | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!/[\x00-\x08\x0a-\x1f\x7f]/.test(Secret.reveal(token))) return null;
  const message = 'net/http: invalid header field value for "Authorization"';
  return new Refusal('bad-token-character', `Unable to connect to the server: ${message}`);
}
