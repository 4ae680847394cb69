/** What a command line says to a shell that would do nothing but split it. */
export interface CommandWords {
  /** `NAME=value` before the program. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly program: string;
  readonly args: readonly string[];
}

/** `undefined` where there is no program, and where a shell would do more than split: a pipe, an open quote. */
export function commandWords(line: string): CommandWords | undefined {
  const words = shellWords(line);
  if (!words) return undefined;
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const program = words[first];
  if (!program) return undefined;
  const variables = words.slice(0, first).map((word) => {
    const sign = word.indexOf('=');
    return { name: word.slice(0, sign), value: word.slice(sign + 1) };
  });
  return { variables, program, args: words.slice(first + 1) };
}

/**
 * The words of a line, without their quotes. A backslash is a part of a Windows path unless it stands before
 * white space or a quote.
 */
export function shellWords(line: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < line.length) {
    const [piece = '', quoted] = pieceAt(line, at) ?? [];
    if (piece === '') return undefined;
    at += piece.length;
    if (quoted !== undefined) word = (word ?? '') + quoted;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** A piece as it is written, and what it says; white space says nothing. */
function pieceAt(line: string, at: number): [piece: string, says?: string] | undefined {
  const match = pieces.exec(line.slice(at, at + longest));
  const [piece, space, single, double, escaped, plain] = match ?? [];
  if (piece === undefined) return undefined;
  if (space !== undefined) return [piece];
  return [piece, single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? ''];
}

/** Nobody's word is as long; a line is not looked through again for each of its words. */
const longest = 10_000;

/** White space, '…', "…", an escaped character, and others but those that a shell acts on. */
const pieces =
  /^(?:(\s+)|'([^']*)'|"((?:[^"\\$`]|\\[\s\S]|\$(?!\())*)"|\\([\s'"])|((?:[^\s'"\\|&;<>()`$]|\\(?![\s'"])|\$(?!\())+))/;

/** The first word of a command that has arguments in it; `undefined` for any other. */
export function programOfCommandLine(command: string): string | undefined {
  const [program, rest] = /^(\S+)\s+(\S.*)$/s.exec(command)?.slice(1) ?? [];
  if (!program || !rest) return undefined;
  // A path may have spaces in it; only an option behind it, or the end of a file's name, gives it away.
  const isLine = !/[/\\]/.test(program) || /(^|\s)-/.test(rest) || /\.(?:exe|cmd|bat|sh|py)$/i.test(program);
  return isLine ? program : undefined;
}
