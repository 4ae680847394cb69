import { createPrivateKey, createPublicKey, ECDH, type KeyObject, X509Certificate } from 'node:crypto';
import { DerReader } from './der';
import { isPrivateKey, type PemBlock, pemBlocks } from './pem';
import { certificateFormFault } from './x509';

/** Nothing reads what is inside of certificates and keys in a browser; nobody may say then that it is wrong. */
export const readsCertificates: boolean = X509Certificate !== undefined;

/** What Go's tls.X509KeyPair says against a pair; `undefined` when it takes it. */
export function keyPairFault(certificatePem: string, keyPem: string): string | undefined {
  const certificates = pemBlocks(certificatePem);
  const fault = certificateFault(certificates) ?? keyFault(pemBlocks(keyPem));
  if (fault) return fault;
  const leaf = certificates.find(({ type }) => type === 'CERTIFICATE');
  const form = leaf && certificateFormFault(leaf.der);
  if (form) return `x509: ${form}`;
  if (!readsCertificates) return undefined;
  const certificate = leaf && readCertificate(leaf.der);
  if (!certificate) return 'x509: malformed certificate';
  const publicKey = publicKeyOf(certificate);
  if (!publicKey) return 'x509: failed to unmarshal elliptic curve point';
  const key = readPrivateKey(keyPem);
  if (!key) return 'tls: failed to parse private key';
  return matchFault(publicKey, key);
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
  const known = /^(?:(?:[A-Z0-9]{1,9}|CERTIFICATE) ){0,3}(?:PARAMETERS|CERTIFICATE|REQUEST|KEY|CRL|LIST)$/;
  return `[${blocks.map(({ type }) => (known.test(type) ? type : '[redacted]')).join(' ')}]`;
}

export function readCertificate(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

/** `undefined` when its point is not on its curve. */
export function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

/** The first private key of a PEM text, in any of the forms that Go tries. */
export function readPrivateKey(pem: string): KeyObject | undefined {
  const der = pemBlocks(pem).find(isPrivateKey)?.der;
  if (!der) return undefined;
  for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
    // Go wants nothing after a key in the oldest of the forms.
    if (type === 'pkcs1' && hasMore(der)) continue;
    const key = privateKeyOf(der, type);
    if (key) return isKnownToGo(key) ? key : undefined;
  }
  return undefined;
}

function privateKeyOf(der: Buffer, type: 'pkcs1' | 'pkcs8' | 'sec1'): KeyObject | undefined {
  try {
    return createPrivateKey({ key: der, format: 'der', type });
  } catch {
    return undefined;
  }
}

function hasMore(der: Buffer): boolean {
  const reader = new DerReader(der);
  return reader.sequence() !== undefined && !reader.isEmpty;
}

const curves: ReadonlySet<string | undefined> = new Set([
  'secp224r1',
  'prime256v1',
  'secp384r1',
  'secp521r1',
]);

function isKnownToGo({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return curves.has(asymmetricKeyDetails?.namedCurve);
  return asymmetricKeyType === 'rsa' || asymmetricKeyType === 'ed25519';
}

/** What Go says when a private key does not belong to a certificate's public key. */
export function matchFault(publicKey: KeyObject, privateKey: KeyObject): string | undefined {
  if (!['rsa', 'ec', 'ed25519'].includes(publicKey.asymmetricKeyType ?? '')) {
    return 'tls: unknown public key algorithm';
  }
  if (publicKey.asymmetricKeyType !== privateKey.asymmetricKeyType) {
    return 'tls: private key type does not match public key type';
  }
  const [theirs, ours] = [publicKey, createPublicKey(privateKey)].map(identity);
  return theirs === ours ? undefined : 'tls: private key does not match public key';
}

/** What tells one public key from another of its kind; Go leaves out the exponent. */
function identity(key: KeyObject): string {
  if (key.asymmetricKeyType === 'rsa') return key.export({ format: 'jwk' }).n ?? '';
  const spki = new DerReader(key.export({ format: 'der', type: 'spki' })).sequence();
  const algorithm = spki?.sequence();
  const point = spki?.bits() ?? Buffer.alloc(0);
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (!algorithm || curve === undefined) return point.toString('hex');
  // A point may be written in more than one way.
  return `${curve} ${ECDH.convertKey(point, curve, undefined, 'hex', 'uncompressed')}`;
}
