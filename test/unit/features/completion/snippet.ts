const escapes = String.raw`\\([\\$}])`;
const plainStop = String.raw`\$(\d+)|\$\{(\d+)\}`;
const choiceStop = String.raw`\$\{(\d+)\|((?:\\[\s\S]|[^|\\])*)\|\}`;
const namedStop = String.raw`\$\{(\d+):((?:\\[\s\S]|[^}\\$])*)\}`;
const token = new RegExp([escapes, plainStop, choiceStop, namedStop].join('|'), 'g');

/**
 * What a snippet of LSP's syntax is when it was inserted and nothing typed: each tab stop has its default, the first
 * of its choices, or what the tab stop of the same number has. Throws if it is none.
 */
export function expanded(snippet: string): string {
  const defaults = new Map<string, string>();
  for (const [, , , , choice, choices = '', named, text = ''] of snippet.matchAll(token)) {
    if (choice) defaults.set(choice, unescaped(choices.split(/(?<!\\),/)[0] ?? ''));
    if (named) defaults.set(named, unescaped(text));
  }
  if (/[$\\]/.test(snippet.replace(token, ''))) throw new Error(`no snippet: ${snippet}`);
  return snippet.replace(token, (...match) => {
    const [, escaped, bare, braced, choice, , named] = match as (string | undefined)[];
    return escaped ?? defaults.get(bare ?? braced ?? choice ?? named ?? '') ?? '';
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$},|])/g, '$1');
}
