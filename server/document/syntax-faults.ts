import type { ErrorCode, YAMLError } from 'yaml';
import type { LoadFault } from './fault';
import type { Lines } from './lines';

/**
 * The `yaml` package and go-yaml stop at the same places but word it differently. kubectl's line
 * number is its parser's own and often off by one, so only the words after it are meant to agree.
 */
const goWords: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'did not find expected alphabetic or numeric character',
  BAD_DQ_ESCAPE: 'found unknown escape character',
  BAD_INDENT: "did not find expected ',' or ']'",
  BAD_SCALAR_START: 'found character that cannot start any token',
  BLOCK_AS_IMPLICIT_KEY: 'mapping values are not allowed in this context',
  BLOCK_IN_FLOW: "did not find expected ',' or '}'",
  MISSING_CHAR: 'did not find expected key',
  MULTILINE_IMPLICIT_KEY: "could not find expected ':'",
  TAB_AS_INDENT: 'found a tab character that violates indentation',
  UNEXPECTED_TOKEN: 'did not find expected key',
};

/** The package's own words may quote the text, which may be a secret. */
const plainWords: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias takes no tag and no anchor. Remove them.',
  BAD_ALIAS: 'After & or * a name has to follow. Put the value in quotes if it is text.',
  BAD_DIRECTIVE: 'This directive is not complete. Remove the line.',
  BAD_DQ_ESCAPE: 'There is no such escape. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'This does not line up with the lines above. Correct the indentation.',
  BAD_PROP_ORDER: 'The tag or anchor stands on the wrong side. Move it behind the "-", "?" or ":".',
  BAD_SCALAR_START: 'A value cannot start with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second ":" on this line. Put the value in quotes, or start a new line.',
  BLOCK_IN_FLOW: 'Inside { } or [ ] nothing is written by indentation. Write this in brackets, too.',
  KEY_OVER_1024_CHARS: 'A key has 1024 characters at most. Shorten it.',
  MULTILINE_IMPLICIT_KEY: 'This line has no ":" after its key. Add it, or remove the line.',
  MULTIPLE_ANCHORS: 'A value has one anchor at most. Remove the other.',
  MULTIPLE_TAGS: 'A value has one tag at most. Remove the other.',
  RESOURCE_EXHAUSTION: 'The text is nested too deeply to be read. Remove some of the levels.',
  TAB_AS_INDENT: 'YAML is indented with spaces. Replace the tab.',
};

const missing: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/quote/, 'The closing quote is missing. Add it.'],
  [/Missing ,/, 'A comma is missing before this.'],
  [/space after :/, 'A space is missing after the colon.'],
  [/white space/, 'A space is missing before this.'],
  [/Implicit map keys|map values/, 'This line has no ":" after its key. Add it, or remove the line.'],
  [/end with/, 'The closing bracket is missing. Add it.'],
];

/** The first fault that the `yaml` package reports: a broken line makes it report every token after it. */
export function syntaxFault(errors: readonly YAMLError[], text: string, lines: Lines): LoadFault | undefined {
  const [error] = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (!error) return undefined;
  const at = Math.min(error.pos[0], text.length);
  return {
    ...within(text, at, error.pos[1]),
    message: wordsFor(error),
    kubectl: `yaml: line ${lines.at(at)}: ${kubectlWords(error, text)}`,
  };
}

/** On one line, and at least one character: at the end of a line the last one before it. */
function within(text: string, at: number, end: number): { start: number; end: number } {
  const lineBreak = text.slice(at, end).search(/[\r\n]/);
  const last = Math.min(lineBreak < 0 ? end : at + lineBreak, text.length);
  if (last > at) return { start: at, end: last };
  if (at < text.length && !/[\r\n]/.test(text[at] ?? '')) return { start: at, end: at + 1 };
  const before = text.slice(0, at).trimEnd().length;
  return { start: Math.max(0, before - 1), end: Math.max(before, Math.min(1, text.length)) };
}

function wordsFor(error: YAMLError): string {
  if (error.code === 'MISSING_CHAR') {
    const found = missing.find(([pattern]) => pattern.test(error.message));
    if (found) return found[1];
  }
  return (
    plainWords[error.code] ?? 'This does not belong here. Check the quotes and the indentation before it.'
  );
}

function kubectlWords(error: YAMLError, text: string): string {
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) return 'found unexpected end of stream';
  if (error.code === 'BAD_INDENT' && !/Flow/.test(error.message)) return 'did not find expected key';
  if (error.code === 'BAD_INDENT' && /map/.test(error.message)) return "did not find expected ',' or '}'";
  if (error.code === 'TAB_AS_INDENT' && !afterPlainText(text, error.pos[0])) {
    return 'found character that cannot start any token';
  }
  return goWords[error.code] ?? 'did not find expected node content';
}

/** Whether a plain scalar, which may go on in the next line, ends before the line of `offset`. */
function afterPlainText(text: string, offset: number): boolean {
  const before = text.slice(0, text.lastIndexOf('\n', offset - 1) + 1).trimEnd();
  return /[^\s:'"\]}|>-]$/.test(before);
}
