import type { ClusterEntry } from '../document/kubeconfig';
import type { FileError } from '../environment';
import { readCertificate, readsCertificates } from '../go/key-pair';
import { pemBlocks } from '../go/pem';
import { certificateFormFault } from '../go/x509';
import { fileContent } from './files';
import { remembering } from './remember';
import type { RuleContext } from './rule';

export type CaFault =
  | { readonly kind: 'unreadable'; readonly error: FileError }
  | { readonly kind: 'directory' | 'empty'; readonly path: string }
  | {
      readonly kind: 'content';
      readonly field: 'certificate-authority' | 'certificate-authority-data';
      readonly reason: string;
    };

/** What is wrong with a cluster's CA, by its data or else by its file. */
export function caFaultOf(cluster: ClusterEntry, context: RuleContext): CaFault | undefined {
  const info = cluster.decoded.value?.cluster;
  const data = info?.['certificate-authority-data'];
  const file = info?.['certificate-authority'];
  if (!data) return file ? caFileFault(file, context) : undefined;
  const reason = rootsFault(Buffer.from(data, 'base64').toString('latin1'));
  return reason ? { kind: 'content', field: 'certificate-authority-data', reason } : undefined;
}

function caFileFault(file: string, context: RuleContext): CaFault | undefined {
  const content = fileContent(file, context);
  if (!content) return undefined;
  if ('error' in content) {
    const { error } = content;
    // Go opens a folder and only then finds that it can't be read.
    return error.operation === 'read'
      ? { kind: 'directory', path: error.path }
      : { kind: 'unreadable', error };
  }
  if (content.text === '') return { kind: 'empty', path: content.path };
  const reason = rootsFault(content.text);
  return reason ? { kind: 'content', field: 'certificate-authority', reason } : undefined;
}

const noPem = 'unable to parse bytes as PEM block';

/** Why client-go finds no root in a text (transport.go, `createErrorParsingCAData`), or `undefined`. */
const rootsFault = remembering((text = ''): string | undefined => {
  const blocks = pemBlocks(text);
  const faults = blocks
    .filter(({ type }) => type === 'CERTIFICATE')
    .map(({ der }) => certificateFormFault(der) ?? (isReadable(der) ? '' : 'malformed certificate'));
  if (faults.includes('')) return undefined;
  if (faults[0]) return `failed to parse certificate: x509: ${faults[0]}`;
  // It goes on behind the last block, and finds none.
  const rest = text.slice(text.lastIndexOf('-----END ')).replace(/^.*(?:\n|$)/, '');
  return blocks.length === 0 || rest !== '' ? noPem : 'no valid certificate authority data seen';
});

function isReadable(der: Buffer): boolean {
  return !readsCertificates || readCertificate(der) !== undefined;
}
