import type { Severity } from '../../../server/rules/rule';

/** A diagnostic that a fixture asks for. Offsets are absolute, end exclusive. */
export interface Want {
  readonly severity: Severity;
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

const form = /^(error|warning|information|hint) ([a-z0-9-]+) "(.*)"(?:#(\d+))?\s*$/;

/**
 * What the comments of a fixture want, each in the form `# want error command-missing "exec"`: the text
 * in quotes is the exact range. It stands in the comment's own line, or above it if that line has nothing
 * else. `"exec"#2` is the second `exec` of the line.
 */
export function wantsIn(text: string): Want[] {
  const wants: Want[] = [];
  let target: Line | undefined;
  for (const line of linesOf(text)) {
    const at = line.content.search(/(?<=^|\s)# want /);
    const code = at < 0 ? line.content : line.content.slice(0, at);
    if (code.trim() !== '') target = { ...line, content: code };
    if (at < 0) continue;
    if (!target) throw new Error(`a want without a line: ${line.content}`);
    wants.push(wantOf(line.content.slice(at + '# want '.length), target));
  }
  return wants;
}

/** What a file beside a JSON fixture wants: the same, with the number of the line in front. */
export function wantsBeside(text: string, wanted: string): Want[] {
  const lines = linesOf(text);
  return wanted
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [number, ...rest] = line.split(' ');
      const target = lines[Number(number) - 1];
      if (!target) throw new Error(`no such line: ${line}`);
      return wantOf(rest.join(' '), target);
    });
}

interface Line {
  readonly content: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((content) => {
    const line = { content, start };
    start += content.length + 1;
    return line;
  });
}

function wantOf(wanted: string, line: Line): Want {
  const [, severity, code, range, nth = '1'] = form.exec(wanted) ?? [];
  if (!severity || !code || range === undefined) throw new Error(`not understood: ${wanted}`);
  let at = -1;
  for (let left = Number(nth); left > 0; left--) {
    at = line.content.indexOf(range, at + 1);
    if (at < 0) throw new Error(`"${range}" is not in the line: ${line.content}`);
  }
  const start = line.start + at;
  return { severity: severity as Severity, code, start, end: start + range.length };
}
