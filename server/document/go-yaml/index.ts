import { quotable } from '../quotable';
import { YamlFault } from './cursor';
import { Grammar } from './grammar';

export interface GoYamlFault {
  /** UTF-16 offset of what a person would point at. */
  readonly offset: number;
  /** go-yaml's words. */
  readonly problem: string;
  /** What kubectl says, its line number included. */
  readonly kubectl: string;
  /** UTF-16 offset that the scanner had come to. */
  readonly readTo: number;
}

export interface GoYamlDocument {
  /** UTF-16 offset at which the document is over. */
  readonly end: number;
  readonly readTo: number;
}

/**
 * How go-yaml v2, with which kubectl reads YAML, gets through the first document of a text: where the
 * document ends (UTF-16), or where it gives up. `linesAbove` count for the line that it tells.
 */
export function readGoYaml(text: string, linesAbove = 0): GoYamlDocument | GoYamlFault {
  const grammar = new Grammar(text);
  try {
    return { end: grammar.firstDocument(), readTo: grammar.readTo };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    const problem = error.problem.replace(
      /'(.*)'(?= referenced$)/,
      (_, name: string) => `'${quotable(name)}'`,
    );
    return {
      offset: placeOf(error),
      problem,
      kubectl: `yaml: ${lineOf(error, linesAbove)}${problem}`,
      readTo: grammar.readTo,
    };
  }
}

/** What is pointed at where it begins; go-yaml notices behind it. */
const noticedBehind = new Set([
  "could not find expected ':'",
  'found unexpected end of stream',
  'found unexpected document indicator',
  'found unknown directive name',
]);
/** Noticed behind the backslash and the letter. */
const inEscape = new Set([
  'did not find expected hexdecimal number',
  'found invalid Unicode character escape code',
]);

function placeOf({ problem, at, context }: YamlFault): number {
  if (inEscape.has(problem)) return at.offset - 2;
  return (noticedBehind.has(problem) && context ? context : at).offset;
}

/** go-yaml's line number: one too small for its parser, and none at all on the first line. */
function lineOf({ at, context, from, problem }: YamlFault, above: number): string {
  if (problem.startsWith('unknown anchor')) return '';
  const here = at.line + above;
  const line = here === 0 ? Math.max(0, (context?.line ?? 0) + above) : from === 'scanner' ? here + 1 : here;
  return line === 0 ? '' : `line ${line}: `;
}
