import type { X509Certificate } from 'node:crypto';
import { matchFault, publicKeyOf, readCertificate, readPrivateKey } from '../go/key-pair';
import { pemBlocks } from '../go/pem';
import type { CertificateReport } from '../protocol';

/** The leaf certificate of a PEM text, if it has a readable one. */
export function leafOf(pem: string): X509Certificate | undefined {
  const leaf = pemBlocks(pem).find(({ type }) => type === 'CERTIFICATE');
  return leaf && readCertificate(leaf.der);
}

/** What a certificate says; `key`: the PEM text of its private key, or an empty one. */
export function certificateReport(pem: string, key: string): CertificateReport | null {
  const leaf = leafOf(pem);
  if (!leaf) return null;
  const [publicKey, privateKey] = [publicKeyOf(leaf), readPrivateKey(key)];
  return {
    subject: oneLine(leaf.subject),
    issuer: oneLine(leaf.issuer),
    subjectAltNames: leaf.subjectAltName?.split(', ') ?? [],
    serialNumber: leaf.serialNumber,
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    keyMatches: privateKey && publicKey ? matchFault(publicKey, privateKey) === undefined : null,
    chainLength: pemBlocks(pem).filter(({ type }) => type === 'CERTIFICATE').length,
  };
}

/** Node.js puts each part of a distinguished name on a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
