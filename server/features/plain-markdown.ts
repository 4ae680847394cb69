/** The Markdown of our hovers and proposals (markdown.ts) as plain text, for clients that show no other. */
export function plainOf(markdown: string): string {
  const parts = markdown.split(/^```.*\n([\s\S]*?)^```$/m);
  return parts
    .map((part, index) => (index % 2 === 1 ? part.trimEnd() : prose(part)))
    .join('')
    .replaceAll('$\u2060(', '$(')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function prose(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\|[\s|-]*\|$/.test(line))
    .map((line) => inline(/^\| .* \|$/.test(line) ? cellsOf(line) : line.replace(/^> |^---$/, '')).trimEnd())
    .join('\n');
}

/** `| a | b | c |` as `a: b, c`. */
function cellsOf(line: string): string {
  const [first = '', ...others] = line.slice(2, -2).split(' | ');
  return `${first}: ${others.join(', ')}`;
}

const marks = /\\([!-/:-@[-`{-~])|(`{1,9})(.{1,400}?)\2|\*\*|\[([^\][]{1,400})\]\(([^)]{1,2000})\)/g;

function inline(line: string): string {
  return line.replace(
    marks,
    (_, escaped?: string, _ticks?: string, code?: string, words?: string, to?: string) => {
      if (words !== undefined) return `${inline(words)}: ${to}`;
      return escaped ?? code?.replace(/^ (.*) $/, '$1') ?? '';
    },
  );
}
