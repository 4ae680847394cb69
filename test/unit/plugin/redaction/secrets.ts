import fc from 'fast-check';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));

/** Each kind of credential, by its name. */
export const secretKinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
  base64url: bytes(18, 60).map((array) => array.toString('base64url')),
  base64: bytes(18, 60).map((array) => array.toString('base64')),
  hex: bytes(16, 32).map((array) => array.toString('hex')),
  'letters and digits': fc.string({ unit: fc.constantFrom(...letters), minLength: 20, maxLength: 40 }),
  'a password': fc
    .string({
      unit: fc.constantFrom(...letters, ...letters, ...'!#$%&*"\\\'<>~^@:;.='),
      minLength: 30,
      maxLength: 60,
    })
    .filter((text) => (text.match(/[A-Za-z0-9]/g) ?? []).length >= 20),
  'a short password': fc
    .string({ unit: fc.constantFrom(...letters), minLength: 12, maxLength: 16 })
    // What reads like a word is none that could be told from one.
    .filter((text) => /\d.*\d/.test(text)),
  'a JWT': bytes(32, 64).map(
    (signature) =>
      `${part({ alg: 'RS256' })}.${part({ nonce: signature.toString('hex').slice(0, 20) })}.${signature.toString('base64url')}`,
  ),
  'a private key': bytes(48, 90).map((der) => {
    const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
    return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
  }),
};

/** What of a secret must not be seen: the lines around a key and the header of a JWT are the same in each. */
export function tellingParts(secret: string): string[] {
  if (secret.startsWith('-----BEGIN')) return [secret.replace(/-----[^-]*-----|\n/g, '')];
  return secret.startsWith('eyJhbGciOiJSUzI1NiJ9.') ? secret.split('.').slice(1) : [secret];
}

/** Enough of different characters not to stand in a report by chance. */
export function isVaried(text: string): boolean {
  return new Set(text).size >= 8;
}
