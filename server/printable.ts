const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/**
 * A stranger's text on one line. Escape sequences and marks that turn the direction of text could make
 * a terminal show another command than the one that is run.
 */
export function printable(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const short = { 9: '\\t', 10: '\\n', 13: '\\r' }[code];
    return short ?? `\\u{${code.toString(16)}}`;
  });
}
