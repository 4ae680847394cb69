import { X509Certificate } from 'node:crypto';
import type { ClusterEntry } from '../document/kubeconfig';
import { FileError } from '../environment';
import { absolutePath } from './paths';
import type { RuleContext } from './rule';

export type CaFault =
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'directory'; readonly path: string }
  | {
      readonly kind: 'content';
      readonly field: 'certificate-authority' | 'certificate-authority-data';
      readonly reason: string;
      /** The placeholder that `kubectl config view` prints for data. */
      readonly omitted: boolean;
    };

/** What is wrong with a cluster's CA, by its data or else by its file. */
export function caFaultOf(cluster: ClusterEntry, context: RuleContext): CaFault | undefined {
  const info = cluster.decoded.value?.cluster;
  const data = info?.['certificate-authority-data'];
  const file = info?.['certificate-authority'];
  if (!data) return file ? caFileFault(file, context) : undefined;
  const reason = pemFault(Buffer.from(data, 'base64').toString('latin1'));
  if (!reason) return undefined;
  return { kind: 'content', field: 'certificate-authority-data', reason, omitted: data === 'DATA+OMITTED' };
}

function caFileFault(file: string, context: RuleContext): CaFault | undefined {
  const path = absolutePath(file, context);
  if (!path || !context.environment) return undefined;
  try {
    const bytes = context.environment.files.read(path);
    const reason = bytes.length > 0 ? pemFault(Buffer.from(bytes).toString('latin1')) : undefined;
    if (!reason) return undefined;
    return { kind: 'content', field: 'certificate-authority', reason, omitted: false };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.reason === 'is a directory') return { kind: 'directory', path };
    return { kind: 'unreadable', path, reason: error.reason };
  }
}

const block = /-----BEGIN ([^\n-]*)-----\s[\s\S]*?-----END \1-----/g;

/** Why client-go finds no root in a text (transport.go, `rootCertPool`), or `undefined`. */
function pemFault(text: string): string | undefined {
  let blocks = 0;
  for (const [pem, type] of text.matchAll(block)) {
    blocks++;
    if (type === 'CERTIFICATE' && readable(pem)) return undefined;
  }
  return blocks > 0 ? 'no valid certificate authority data seen' : 'unable to parse bytes as PEM block';
}

function readable(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
