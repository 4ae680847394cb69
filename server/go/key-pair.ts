import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isPrivateKey, type PemBlock, pemBlocks } from './pem';

/** What Go's tls.X509KeyPair says against a pair; `undefined` when it takes it. */
export function keyPairFault(certificatePem: string, keyPem: string): string | undefined {
  const certificates = pemBlocks(certificatePem);
  const fault = certificateFault(certificates) ?? keyFault(pemBlocks(keyPem));
  if (fault) return fault;
  const leaf = certificates.find(({ type }) => type === 'CERTIFICATE');
  const certificate = leaf && readCertificate(leaf.der);
  if (!certificate) return 'x509: malformed certificate';
  const key = readPrivateKey(keyPem);
  return key ? matchFault(certificate, key) : 'tls: failed to parse private key';
}

function certificateFault(blocks: readonly PemBlock[]): string | undefined {
  if (blocks.some(({ type }) => type === 'CERTIFICATE')) return undefined;
  const [first] = blocks;
  if (!first) return 'tls: failed to find any PEM data in certificate input';
  if (blocks.length === 1 && first.type.endsWith('PRIVATE KEY')) {
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  }
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: ${typesOf(blocks)}`;
}

function keyFault(blocks: readonly PemBlock[]): string | undefined {
  if (blocks.some(isPrivateKey)) return undefined;
  const [first] = blocks;
  if (!first) return 'tls: failed to find any PEM data in key input';
  if (blocks.length === 1 && first.type === 'CERTIFICATE') {
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  }
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: ${typesOf(blocks)}`;
}

/** Only types that OpenSSL and Go write; any other could be something that the plugin shall not show. */
function typesOf(blocks: readonly PemBlock[]): string {
  const known = /^(?:[A-Z0-9]{1,9} ){0,3}(?:PARAMETERS|CERTIFICATE|REQUEST|KEY|CRL|LIST)$/;
  return `[${blocks.map(({ type }) => (known.test(type) ? type : '[redacted]')).join(' ')}]`;
}

export function readCertificate(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

/** The first private key of a PEM text, in any of the forms that Go tries. */
export function readPrivateKey(pem: string): KeyObject | undefined {
  const der = pemBlocks(pem).find(isPrivateKey)?.der;
  if (!der) return undefined;
  for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: der, format: 'der', type });
    } catch {
      // Go tries one form after the other, too.
    }
  }
  return undefined;
}

export function matchFault(certificate: X509Certificate, key: KeyObject): string | undefined {
  const [ours, theirs] = [createPublicKey(key), certificate.publicKey];
  if (!['rsa', 'ec', 'ed25519'].includes(theirs.asymmetricKeyType ?? ''))
    return 'tls: unknown public key algorithm';
  if (ours.asymmetricKeyType !== theirs.asymmetricKeyType) {
    return 'tls: private key type does not match public key type';
  }
  const [a, b] = [ours, theirs].map((one) => one.export({ format: 'der', type: 'spki' }));
  return a && b?.equals(a) ? undefined : 'tls: private key does not match public key';
}
