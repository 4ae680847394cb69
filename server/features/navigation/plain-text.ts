const longest = 80;

/** Text of a document for a label: on one line, not too long, and nothing in it that hides or reorders text. */
export function label(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : line;
}

/** An address without the user name and the password that it may carry. */
export function address(url: string): string {
  return label(url.replace(/^([\w+.-]*:?\/\/)?.*@/s, '$1').replace(/[?#].*$/s, ''));
}
