import type { ExecBlock } from './exec-block';

/** Flags and variables whose name says that the value is a secret, not where one is. */
const secretFlag =
  /^--?(?:[a-z\d]+[-_])*(?:password|passwd|passphrase|client[-_]?secret|secret[-_]?key|secret|api[-_]?key|(?:access|refresh|id|auth|bearer)[-_]?token|token)$/i;
const secretVariable =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_?KEY|SECRET_ACCESS_KEY|API_?KEY|PRIVATE_?KEY|(?:ACCESS|REFRESH|ID|AUTH|BEARER|SESSION)?_?TOKEN)$/i;
/** A JWT, or a private key in PEM. */
const secretText = /(?:^|[\s="':])eyJ[\w-]+\.[\w-]+\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

export function isSecretFlag(block: ExecBlock, name: string): boolean {
  const known = block.recognized?.plugin.flags.find(({ names }) => names.includes(name));
  return known ? known.secret : secretFlag.test(name);
}

export function isSecretVariable(block: ExecBlock | undefined, name: string): boolean {
  const known = block?.recognized?.plugin.env.find((variable) => variable.name === name);
  return known ? known.secret : secretVariable.test(name);
}

export function looksSecret(text: string): boolean {
  return secretText.test(text);
}

/** Whether a value can be the secret itself: not a placeholder, a variable, a path, an address or a yes or no. */
export function canBeSecret(value: string): boolean {
  const text = value.trim();
  if (text === '' || /^(?:true|false|yes|no|\d{1,3}|-|REDACTED|DATA\+OMITTED|\*+)$/i.test(text)) return false;
  return !/^<.*>$|^\$|^%\w+%$|^~?\.{0,2}[/\\]|^[A-Za-z]:\\|^[a-z][a-z\d+.-]*:\/\//.test(text);
}
