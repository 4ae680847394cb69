import { gzipSync } from 'node:zlib';

type Write = (secret: string) => string;

const base64: Write = (text) => Buffer.from(text).toString('base64');
const base64url: Write = (text) => Buffer.from(text).toString('base64url');
const hex: Write = (text) => Buffer.from(text).toString('hex');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const each = (text: string, spell: (code: number) => string) =>
  [...text].map((character) => spell(character.charCodeAt(0))).join('');
const hex2 = (code: number) => code.toString(16).padStart(2, '0');
const jwt = (claims: object) => `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(claims))}.c2ln`;

/** How a plugin may write what it has. */
export const forms: Readonly<Record<string, Write>> = {
  plain: (secret) => secret,
  'upper case': (secret) => secret.toUpperCase(),
  'lower case': (secret) => secret.toLowerCase(),
  backwards: (secret) => [...secret].reverse().join(''),
  base64,
  'base64 of more': (secret) => base64(`:${secret}\n`),
  'base64 of still more': (secret) => base64(`u:${secret}`),
  base64url,
  'base64 in lines': (secret) => base64(`Authorization: ${secret}`).replace(/.{20}/g, '$&\n'),
  'base64 in lower case': (secret) => base64(secret).toLowerCase(),
  'base64 of UTF-16': (secret) => utf16(secret).toString('base64'),
  'base64 of base64': (secret) => base64(base64(secret)),
  'base64 of base64 of base64': (secret) => base64(`x${base64(`xy${base64(secret)}`)}`),
  'base64 of hex': (secret) => base64(hex(secret)),
  'base64 of an escaped URL': (secret) => base64(`?t=${encodeURIComponent(secret)}`),
  'base64 of JSON': (secret) => base64(JSON.stringify({ a: JSON.stringify({ secret }) })),
  'base64 of gzip': (secret) => gzipSync(`{"x":${JSON.stringify(secret)}}`).toString('base64'),
  'base64url of gzip of base64': (secret) => gzipSync(base64(secret)).toString('base64url'),
  'a JWT': (secret) => jwt({ refresh: secret }),
  'a JWT in a JWT': (secret) => jwt({ inner: jwt({ sub: 'jane', token: secret }) }),
  hex,
  'hex, upper case': (secret) => hex(secret).toUpperCase(),
  'hex of base64': (secret) => hex(base64(secret)),
  'hex with colons': (secret) => hex(secret).replace(/..(?!$)/g, '$&:'),
  'hex, as C has it': (secret) => each(secret, (code) => `0x${hex2(code)}, `),
  'a list of bytes': (secret) => `[${[...Buffer.from(secret)].join(' ')}]`,
  'a list of bytes, as JSON': (secret) => JSON.stringify(Buffer.from(secret)),
  'URL-escaped': encodeURIComponent,
  'URL-escaped throughout': (secret) => each(secret, (code) => `%${hex2(code)}`),
  'URL-escaped twice': (secret) => encodeURIComponent(each(secret, (code) => `%${hex2(code)}`)),
  JSON: (secret) => JSON.stringify(secret),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'JSON in JSON in JSON': (secret) => JSON.stringify(JSON.stringify(JSON.stringify(secret))),
  'JSON, escaped throughout': (secret) => each(secret, (code) => `\\u00${hex2(code)}`),
  'HTML-escaped': (secret) => secret.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`),
  'HTML-escaped throughout': (secret) => each(secret, (code) => `&#x${hex2(code)};`),
  '\\x-escaped': (secret) => hex(secret).replace(/../g, '\\x$&'),
  octal: (secret) => each(secret, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  'quoted-printable': (secret) =>
    secret.replace(/[^A-Za-z0-9]/g, (character) => `=${hex2(character.charCodeAt(0)).toUpperCase()}`),
  'quoted-printable throughout, in lines': (secret) =>
    each(secret, (code) => `=${hex2(code).toUpperCase()}`).replace(/.{30}/g, '$&=\r\n'),
};

/** Not broken up in the middle of an escape. */
const units = (count: number) =>
  new RegExp(
    `(?:\\\\u[\\da-f]{4}|\\\\x[\\da-f]{2}|\\\\\\d{3}|\\\\+.|%(?:25)?[\\da-fA-F]{2}|=[\\dA-F]{2}|&#x?[\\da-f]+;|0x..|\\d+|.){${count}}`,
    'g',
  );

/** How a terminal or a log may break a text up. */
export const breaks: Readonly<Record<string, Write>> = {
  whole: (text) => text,
  'over lines': (text) => text.replace(/.{7}/g, '$&\n'),
  'over lines with CRLF and a margin': (text) => text.replace(units(9), '$&\r\n  | '),
  'with colours': (text) => text.replace(/.{5}/g, '$&\x1b[31m'),
  'with colours, escaped': (text) => text.replace(units(6), '$&\\u001b[1;31m'),
  'with any colour': (text) => text.replace(/.{5}/g, '$&\x1b[38;2;113;55;88m'),
  'with links and bells': (text) => text.replace(/.{6}/g, '$&\x1b]8;;http://x\x07'),
  'with a cursor that moves': (text) => text.replace(/.{4}/g, '$&\x1b[1C\r'),
  'struck twice': (text) => text.replace(/[ -~]/g, '$&\b$&'),
  'written over in part': (text) => `${text}\r**`,
  'with a cursor that moves up': (text) => text.replace(/.{8}/g, '$&\x1b[A'),
  'with invisible characters': (text) => text.replace(/.{4}/g, '$&\u200b\u2060'),
  'with soft hyphens and marks': (text) => text.replace(/.{3}/g, '$&\u00ad\u202e\ufe0f'),
  'with zeros': (text) => text.replace(/./g, '$&\0'),
  'with blanks': (text) => text.replace(/./g, '$& '),
};

/** Broken up by what is itself an escape, these can't be read by anybody who does not know how it was made. */
export function isReadable(form: string, broken: string): boolean {
  const listed = form.startsWith('a list of bytes');
  if (broken === 'with colours, escaped') return !/throughout|twice|JSON in|octal|\\x|bytes|hex/.test(form);
  return !listed || !/blanks|lines|zeros|invisible|soft|links|cursor|colours?/.test(broken);
}

/** What may stand around it: messages of programs, names of files, errors in JSON. */
export const contexts: Readonly<Record<string, Write>> = {
  'a message': (text) => `debug: got ${text} from cache`,
  'a file name': (text) => `open /tmp/${text}.json: no such file or directory`,
  'an error in JSON': (text) => `{"error":"invalid_grant","detail":"${text}","code":400}`,
  'the name of a field': (text) => `json: unknown field "${text}"`,
  'a query': (text) => `GET https://issuer.example.com/token?x=1&t=${text}&y=2: 401`,
  'words that stick to it': (text) => `cafe${text}face`,
  'an exit message': (text) => `exit status 1: ${text}`,
};
