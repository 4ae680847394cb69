/** What is completed unasked, once it is typed. */
export const triggerCharacters = [' ', '"', "'", '/', '-', '='] as const;

/** Whether completion helps behind a character that was just typed, or would get in the way. `line`: up to the cursor. */
export function isWelcome(character: string, line: string): boolean {
  switch (character) {
    // Not while a line is being indented
    case ' ':
      return line.trim() !== '';
    // Only what begins a flag: no list's item, and no mark of a document
    case '-':
      return /[\s"'[,]--?$/.test(line) && !/^\s*-+$/.test(line);
    case '=':
      return /[\s"'[,]--?[\w-]+=$/.test(line);
    default:
      return true;
  }
}
