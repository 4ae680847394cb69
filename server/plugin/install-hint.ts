import { maskPatterns } from '../credential/mask';

const help = `

It looks like you are trying to use a client-go credential plugin that is not installed.

To learn more about this feature, consult the documentation available at:
      https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins`;

/** What kubectl prints after "not found": its own help and the exec block's hint. */
export function notFoundHelp(installHint: string): string {
  return installHint === '' ? help : `${help}\n\n${maskPatterns(printable(installHint))}`;
}

/** client-go spells out characters that could act on a terminal. */
export function printable(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\t-\r]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `U+${code.padStart(4, '0')}`;
  });
}
