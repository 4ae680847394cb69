import { type DerReader as Der, DerReader, isNegative, tags } from './der';

const rsa = '2a864886f70d010101';
const elliptic = '2a8648ce3d0201';
const ed25519 = '2b6570';

/** Object identifiers of the curves that Go knows, with the bytes of a coordinate. */
const curves: ReadonlyMap<string, number> = new Map([
  ['2b81040021', 28],
  ['2a8648ce3d030107', 32],
  ['2b81040022', 48],
  ['2b81040023', 66],
]);

/** What Go says against a SubjectPublicKeyInfo. Algorithms that it does not know pass. */
export function publicKeyFault(spki: Der): string | undefined {
  const algorithm = spki.sequence();
  if (!algorithm) return 'malformed public key algorithm identifier';
  const oid = algorithm.oid()?.toString('hex');
  if (oid === undefined) return 'malformed OID';
  const parameters = algorithm.isEmpty ? undefined : algorithm.any();
  if (!parameters && !algorithm.isEmpty) return 'malformed parameters';
  const key = spki.bits();
  if (!key) return 'malformed subjectPublicKey';
  const whole = parameters?.whole ?? Buffer.alloc(0);
  if (oid === rsa) return rsaFault(whole, key);
  if (oid === elliptic) return ellipticFault(whole, key);
  if (oid !== ed25519) return undefined;
  if (whole.length > 0) return 'Ed25519 key encoded with illegal parameters';
  return key.length === 32 ? undefined : 'wrong Ed25519 public key size';
}

function rsaFault(parameters: Buffer, key: Buffer): string | undefined {
  if (!parameters.equals(Buffer.from([tags.null, 0]))) return 'RSA key missing NULL parameters';
  const numbers = new DerReader(key).sequence();
  if (!numbers) return 'invalid RSA public key';
  const modulus = numbers.integer();
  if (!modulus) return 'invalid RSA modulus';
  const exponent = numbers.integer();
  if (!exponent) return 'invalid RSA public exponent';
  if (!isPositive(modulus)) return 'RSA modulus is not a positive number';
  return isPositive(exponent) ? undefined : 'RSA public exponent is not a positive number';
}

function isPositive(integer: Buffer): boolean {
  return !isNegative(integer) && integer.some((byte) => byte !== 0);
}

/** Go takes named curves and uncompressed points only. Whether the point is on the curve is not asked here. */
function ellipticFault(parameters: Buffer, key: Buffer): string | undefined {
  const curve = new DerReader(parameters).oid()?.toString('hex');
  if (curve === undefined) return 'invalid ECDSA parameters';
  const size = curves.get(curve);
  if (size === undefined) return 'unsupported elliptic curve';
  return key[0] === 4 && key.length === 1 + 2 * size ? undefined : 'failed to unmarshal elliptic curve point';
}
