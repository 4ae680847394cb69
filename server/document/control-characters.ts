import type { LoadFault } from './fault';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const notAllowed = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u;

/** The first character that go-yaml's reader refuses (readerc.go), wherever it stands. */
export function controlCharacter(text: string): LoadFault | undefined {
  const start = text.search(notAllowed);
  if (start < 0) return undefined;
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return {
    start,
    end: start + 1,
    message: `The character U+${code} is not allowed in YAML, not even in a comment. Remove it.`,
    kubectl: 'yaml: control characters are not allowed',
  };
}
