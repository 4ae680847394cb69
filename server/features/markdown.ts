const longest = 120;

/**
 * Text of a document as Markdown that shows just this text, on one line: no formatting, link, image,
 * HTML or icon can come out of it, and characters that hide or reorder text are spelled out.
 */
export function escapeMarkdown(text: string): string {
  return plain(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Text of a document as inline code, on one line. */
export function codeSpan(text: string): string {
  const content = plain(text);
  if (content === '') return '*empty*';
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = /^`|`$/.test(content) ? ' ' : '';
  return fence + padding + content + padding + fence;
}

function plain(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => `⟨${codePoint(character)}⟩`);
  const characters = [...line];
  const short = characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : line;
  // VS Code looks for icons, `$(name)`, in what Markdown has become: no escape survives until then.
  return short.replaceAll('$(', '$\u2060(');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
