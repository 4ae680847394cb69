type Mode = 'path' | 'fragment' | 'user' | 'host';

/** Characters that Go leaves alone when it escapes, beside letters, digits and `-_.~`. */
const kept: Readonly<Record<Mode, string>> = {
  path: '$&+,/:;=@',
  fragment: '$&+,/:;=?@!()*',
  user: '$&+,;=',
  host: '!$&\'()*+,;=:[]<>"',
};

/** More that may stand in a path or fragment as written. */
const written = "!$&'()*+,;=:@[]%";

function isPlain(character: string, more: string): boolean {
  return /[A-Za-z0-9_.~-]/.test(character) || more.includes(character);
}

export function escapeWord(text: string, mode: Mode): string {
  return text.replace(/./gs, (character) =>
    isPlain(character, kept[mode]) ? character : `%${hex(character)}`,
  );
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

/** As written if it is well escaped, else unescaped and escaped anew. */
export function escapePath(text: string, mode: 'path' | 'fragment'): string {
  const plain = [...text].every((character) => isPlain(character, kept[mode] + written));
  return plain ? text : escapeWord(unescapePercent(text) ?? text, mode);
}

/** `undefined` when a percent sign is not followed by two hexadecimal digits. */
export function unescapePercent(text: string): string | undefined {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return undefined;
  return text.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Only bytes beyond ASCII and the percent sign may be escaped in a host. */
export function unescapeHost(host: string): string | undefined {
  const ascii = host.replace(/%25|%[89a-fA-F][0-9a-fA-F]|[\x80-\xff]/g, '');
  const valid = [...ascii].every((character) => isPlain(character, kept.host));
  return valid ? unescapePercent(host) : undefined;
}

/** RFC 3986's characters of user information. */
export function validUserInfo(text: string): boolean {
  return /^[A-Za-z0-9._:~!$&'()*+,;=%@-]*$/.test(text);
}
