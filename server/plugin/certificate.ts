import type { X509Certificate } from 'node:crypto';
import { matchFault, publicKeyOf, readCertificate, readPrivateKey } from '../go/key-pair';
import { pemBlocks } from '../go/pem';
import type { CertificateReport } from '../protocol';
import type { Scrubber } from './scrub';
import { Secret } from './secret';
import type { Status } from './status';

/** The leaf certificate, if stdout has a readable one. */
export function leafOf(status: Status): X509Certificate | undefined {
  const leaf = pemBlocks(Secret.reveal(status.certificate)).find(({ type }) => type === 'CERTIFICATE');
  return leaf && readCertificate(leaf.der);
}

export function certificateReport(status: Status, scrubber: Scrubber): CertificateReport | null {
  const leaf = leafOf(status);
  if (!leaf) return null;
  const [publicKey, key] = [publicKeyOf(leaf), readPrivateKey(Secret.reveal(status.key))];
  const blocks = pemBlocks(Secret.reveal(status.certificate));
  return {
    subject: scrubber.all(oneLine(leaf.subject)),
    issuer: scrubber.all(oneLine(leaf.issuer)),
    subjectAltNames: (leaf.subjectAltName?.split(', ') ?? []).map((name) => scrubber.all(name)),
    serialNumber: scrubber.known(leaf.serialNumber),
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    keyMatches: key && publicKey ? matchFault(publicKey, key) === undefined : null,
    chainLength: blocks.filter(({ type }) => type === 'CERTIFICATE').length,
  };
}

/** Node.js puts each part of a distinguished name on a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
