import { GoScanner, GoSyntaxError } from '../go/json-scanner';
import type { LoadFault } from './fault';

/** Whether kubectl gives a plugin's output to its JSON parser: by the first character that is no white space. */
export function isPluginJson(text: string): boolean {
  return /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/.test(text);
}

/** Where Go's JSON parser gives up on a text, if it does. */
export function jsonFaults(text: string): LoadFault[] {
  const bytes = Buffer.from(text);
  try {
    new GoScanner(bytes).read();
    return [];
  } catch (error) {
    if (!(error instanceof GoSyntaxError)) throw error;
    const at = Math.min(bytes.toString('utf8', 0, error.at).length, text.length);
    // At the end there is nothing to point at but the last character.
    const start = at === text.length ? text.trimEnd().length - 1 : at;
    return [
      {
        start,
        end: start + 1,
        message: wordsFor(error.message),
        kubectl: wrapped(error.message),
        breaks: true,
      },
    ];
  }
}

function wrapped(message: string): string {
  return `couldn't get version/kind; json parse error: ${message}`;
}

const words: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unexpected end/, 'The JSON ends too early. Add the missing brackets or quotes.'],
  [/after top-level value$/, 'Nothing may follow the JSON. Remove this, or print it to standard error.'],
  [/object key string$/, 'Write a key in double quotes here. JSON has no comments and no trailing comma.'],
  [/beginning of value$/, 'Write a value here: text in double quotes, a number, true, false, null, { or [.'],
  [/in string literal$/, 'Write a line break in text as \\n, and a tab as \\t.'],
  [/string escape code$/, 'JSON has no such escape. Write \\\\ for a backslash.'],
  [
    /after (?:object key:value pair|array element)$/,
    'A comma or a closing bracket is missing before this. Add it.',
  ],
  [/after object key$/, 'A colon is missing before this. Add it.'],
];

function wordsFor(message: string): string {
  const found = words.find(([pattern]) => pattern.test(message));
  return found?.[1] ?? 'This is not JSON. Correct it, or remove the { at the start if it is YAML.';
}
