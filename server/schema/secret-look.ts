const secretName = /(^|[-_.])(password|passwd|secret|token|api[-_]?key|private[-_]?key|credentials?)$/i;
/** A JWT, or a private key in PEM. */
const secretText = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Whether a value seems to be a secret, by what it is called or what it looks like. */
export function holdsSecret(name: string, value: string): boolean {
  if (value === '') return false;
  const words = name.replace(/([a-z])([A-Z])/g, '$1-$2');
  return secretName.test(words) || secretText.test(value.trim());
}
