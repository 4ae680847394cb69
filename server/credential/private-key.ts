import type { KeyObject } from 'node:crypto';
import { readPrivateKey, readsCertificates } from '../go/key-pair';
import { isPrivateKey, pemBlocks } from '../go/pem';

/** What kind of private key a PEM text holds, in words; `undefined`: none that could be read. */
export function privateKeyKind(pem: string): string | undefined {
  const key = readPrivateKey(pem);
  if (key) return kindOf(key);
  if (!readsCertificates) return undefined;
  const block = pemBlocks(pem).find(isPrivateKey);
  if (!block) return undefined;
  return block.type.startsWith('ENCRYPTED') || /^Proc-Type:.*ENCRYPTED/m.test(pem)
    ? 'encrypted, which kubectl does not read'
    : 'of a kind that kubectl does not read';
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
  secp224r1: 'P-224',
};

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  const { modulusLength, namedCurve = '' } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'rsa') return `RSA, ${modulusLength} bits`;
  if (asymmetricKeyType === 'ec') return `ECDSA, ${curves[namedCurve] ?? namedCurve}`;
  return asymmetricKeyType === 'ed25519' ? 'Ed25519' : String(asymmetricKeyType);
}
