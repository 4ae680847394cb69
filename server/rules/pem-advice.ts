/** For the placeholder that `kubectl config view` prints. */
export const omittedWords =
  'This was copied from "kubectl config view", which leaves the data out. Use "kubectl config view --raw".';

/** `encoded`: the field holds the base64 of the text. */
export function pemAdvice(type: 'CERTIFICATE' | 'PRIVATE KEY', encoded: boolean): string {
  const what = type === 'CERTIFICATE' ? 'certificate' : 'private key';
  const begins = `It begins with "-----BEGIN ${type}-----"`;
  return encoded
    ? `There is no PEM ${what} in this. ${begins}, and is then encoded as base64.`
    : `There is no PEM ${what} in this. ${begins}.`;
}
