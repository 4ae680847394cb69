/** For the placeholder that `kubectl config view` prints. */
export const omittedWords =
  'This was copied from "kubectl config view", which leaves the data out. Use "kubectl config view --raw".';

export const mismatchWords =
  'This key does not belong to the certificate. Use the pair that was issued together.';

/** `fault`: Go's words. `encoded`: the field holds the base64 of the text. */
export function pemAdvice(type: 'CERTIFICATE' | 'PRIVATE KEY', fault: string, encoded: boolean): string {
  const what = type === 'CERTIFICATE' ? 'certificate' : 'private key';
  if (/x509: |failed to parse private key/.test(fault)) {
    return `This ${what} is damaged, or of a kind that kubectl does not read. Get it anew.`;
  }
  const form = encoded ? ', encoded as base64.' : '.';
  return `This is no PEM ${what}. Use one that begins with "-----BEGIN ${type}-----"${form}`;
}
