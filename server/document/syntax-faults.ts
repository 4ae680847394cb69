import type { LoadFault } from './fault';
import type { GoYamlFault } from './go-yaml';
import { mayHoldSecret, redacted } from './quotable';
import type { Text } from './text';

/** Plain words for go-yaml's, which say what its parser was doing rather than what to do. */
const plainWords: Readonly<Record<string, string>> = {
  "could not find expected ':'": 'This line has no ":" after its key. Add it, or remove the line.',
  "did not find expected ',' or ']'": 'A comma or the closing "]" is missing before this.',
  "did not find expected ',' or '}'": 'A comma or the closing "}" is missing before this.',
  "did not find expected '-' indicator": 'This does not line up with the items of the list above.',
  'did not find expected <document start>': 'Only comments may stand between a directive and "---".',
  'did not find expected alphabetic or numeric character':
    'After & or * a name has to follow. Put the value in quotes if it is text.',
  'did not find expected comment or line break': 'Nothing but a comment may follow here on this line.',
  'did not find expected hexdecimal number': 'This escape needs more digits. Write \\\\ for a backslash.',
  'did not find expected key': 'This does not line up with the lines above. Correct the indentation.',
  'did not find expected node content': 'A value is missing before this, or it does not belong here.',
  'did not find expected whitespace or line break': 'A space is missing after the tag.',
  'block sequence entries are not allowed in this context': 'A list starts on a line of its own.',
  'found a tab character that violates indentation': 'YAML is indented with spaces. Replace the tab.',
  'found a tab character where an indentation space is expected':
    'YAML is indented with spaces. Replace the tab.',
  'found incompatible YAML document': 'kubectl reads YAML 1.1 only. Remove this line.',
  'found invalid Unicode character escape code':
    'kubectl does not read surrogate escapes. Write the character itself.',
  'found undefined tag handle': 'No %TAG line defines this tag. Put the value in quotes if it is text.',
  'found unexpected document indicator': 'The closing quote is missing before this line. Add it.',
  'found unexpected end of stream': 'The closing quote is missing. Add it.',
  'found unknown directive name': 'This directive is not known to kubectl. Remove this line.',
  'found unknown escape character':
    'There is no such escape. Write \\\\ for a backslash, or use single quotes.',
  'mapping keys are not allowed in this context': 'A key starts on a line of its own.',
  'mapping values are not allowed in this context':
    'A second ":" on this line. Put the value in quotes, or start a new line.',
};

/** Where kubectl's YAML reader gives up, in plain words. */
export function syntaxFault(text: Text, { offset, problem, kubectl }: GoYamlFault): LoadFault {
  const tab =
    text.slice(offset, offset + 1) === '\t' && problem === 'found character that cannot start any token';
  const message = tab ? tabWords : wordsFor(problem);
  const shown = isSecret(text, offset) ? kubectl.replace(/'.*'/s, `'${redacted}'`) : kubectl;
  return {
    ...wordAt(text, offset),
    message,
    kubectl: shown,
    ...(harmless.test(problem) ? {} : { breaks: true }),
  };
}

/** Problems that leave no doubt about what is where. */
const harmless =
  /^unknown anchor|^exceeded|escape c(?:haracter|ode)$|hexdecimal|tag handle$|directive name$|incompatible/;

/** Whether the text at an offset is the value of a key that says so: `password: *hunter2` is no alias. */
function isSecret(text: Text, offset: number): boolean {
  const [line = ''] = text
    .slice(Math.max(0, offset - 200), offset)
    .split('\n')
    .slice(-1);
  const key = /([\w.-]+)["']?\s*:\s*$/.exec(line)?.[1];
  return key !== undefined && mayHoldSecret(key);
}

const tabWords = 'kubectl takes no tab here. Replace it with spaces.';

function wordsFor(problem: string): string {
  if (problem.startsWith('unknown anchor')) {
    return 'No anchor (&) of this name stands above. Put the value in quotes if it is text.';
  }
  if (problem.startsWith('exceeded max depth'))
    return 'The text is nested too deeply. Remove some of the levels.';
  if (problem === 'found character that cannot start any token') {
    return 'A value cannot start with this character. Put the value in quotes.';
  }
  return plainWords[problem] ?? 'This does not belong here. Check the quotes and the indentation before it.';
}

/** The word at an offset; at the end of a line the last character before it. */
function wordAt(text: Text, offset: number): { start: number; end: number } {
  const length =
    /^(?:\\(?:u[\dA-Fa-f]{0,4}|.)|[:\-?,[\]{}](?=\s|$)|\S+)/.exec(text.slice(offset, offset + 120))?.[0]
      .length ?? 0;
  if (length > 0) return { start: offset, end: offset + length };
  if (text.slice(offset, offset + 1) === '\t') return { start: offset, end: offset + 1 };
  const before = withoutBlanksAt(text, offset);
  return { start: Math.max(0, before - 1), end: Math.max(before, Math.min(1, text.length)) };
}

/** Where the blanks begin that end at an offset. */
function withoutBlanksAt(text: Text, offset: number): number {
  for (let end = offset; end > 0; end -= window) {
    const start = Math.max(0, end - window);
    const kept = text.slice(start, end).trimEnd().length;
    if (kept > 0) return start + kept;
  }
  return 0;
}

const window = 1024;
