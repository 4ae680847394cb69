import type { X509Certificate } from 'node:crypto';
import { matchFault, publicKeyOf, readCertificate, readPrivateKey } from '../go/key-pair';
import { pemBlocks } from '../go/pem';
import type { CertificateReport } from '../protocol';

/** The leaf certificate of a PEM text, if it has a readable one. */
export function leafOf(pem: string): X509Certificate | undefined {
  const leaf = pemBlocks(pem).find(({ type }) => type === 'CERTIFICATE');
  return leaf && readCertificate(leaf.der);
}

/** Whose certificates a PEM text holds, and for how long. */
export function certificatesIn(
  pem: string,
): Pick<CertificateReport, 'subject' | 'issuer' | 'notBefore' | 'notAfter'>[] {
  return pemBlocks(pem).flatMap(({ type, der }) => {
    const certificate = type === 'CERTIFICATE' ? readCertificate(der) : undefined;
    return certificate ? [named(certificate)] : [];
  });
}

function named({ subject, issuer, validFrom, validTo }: X509Certificate) {
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    notBefore: isoTime(validFrom),
    notAfter: isoTime(validTo),
  };
}

/** Of more issuers only the number is told. */
const mostIssuers = 20;

/** What a certificate says; `key`: the PEM text of its private key, or an empty one. */
export function certificateReport(pem: string, key: string): CertificateReport | null {
  const leaf = leafOf(pem);
  if (!leaf) return null;
  const [publicKey, privateKey] = [publicKeyOf(leaf), readPrivateKey(key)];
  const [, ...others] = pemBlocks(pem).filter(({ type }) => type === 'CERTIFICATE');
  const chain = others.slice(0, mostIssuers).flatMap(({ der }) => {
    const issuer = readCertificate(der);
    return issuer ? [named(issuer)] : [];
  });
  return {
    ...named(leaf),
    subjectAltNames: leaf.subjectAltName?.split(', ') ?? [],
    serialNumber: leaf.serialNumber,
    keyMatches: privateKey && publicKey ? matchFault(publicKey, privateKey) === undefined : null,
    chainLength: others.length + 1,
    ...(chain.length > 0 && { chain }),
  };
}

/** A certificate may name a day that does not exist. */
function isoTime(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** Node.js puts each part of a distinguished name on a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
