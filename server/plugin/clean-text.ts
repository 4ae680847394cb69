/** Terminal sequences: CSI, strings such as titles and links (at most to the end of a line), and single ones. */
export const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are made of them
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;

/** Control and format characters, which could reorder or hide text; line feed and tab stay. */
const controls = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** What a program wrote to a terminal, as plain text. */
export function cleanText(text: string): string {
  return text
    .replace(sequences, '')
    .replace(/\r+\n?/g, '\n')
    .replace(controls, '');
}
