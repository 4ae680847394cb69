import type { ErrorCode, YAMLError } from 'yaml';
import type { LoadFault } from './fault';

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

const plainWords: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'A value cannot start with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second ":" on this line. Put the value in quotes, or start a new line.',
  MULTILINE_IMPLICIT_KEY: 'This line has no ":" after its key.',
  TAB_AS_INDENT: 'YAML is indented with spaces. Replace the tab.',
};

export function syntaxFault(error: YAMLError, text: string): LoadFault {
  const start = Math.min(error.pos[0], text.length);
  const line = lineAt(text, start);
  return {
    start,
    end: Math.max(start, Math.min(error.pos[1], text.length)),
    message: plainWords[error.code] ?? `${error.message.replace(/\.?$/, '.')}`,
    kubectl: `yaml: line ${line}: ${kubectlWords(error, text)}`,
  };
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

/** One-based. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
