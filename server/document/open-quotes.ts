/**
 * JSON whose strings end on their line, for a tree of what is half typed: an open one is closed in place of a blank,
 * a comma or the line break behind it, so that all offsets stay. Any other text is left as it is.
 */
export function withClosedQuotes(text: string): string {
  if (!/^\s*\{\s*"/.test(text)) return text;
  let closed = '';
  let from = 0;
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') open = open < 0 ? at : -1;
    else if (open >= 0 && character === '\\') at++;
    else if (open >= 0 && character === '\n') {
      const end = endOfOpen(text, open, at);
      closed += `${text.slice(from, end)}"`;
      from = end + 1;
      open = -1;
    }
  }
  return closed + text.slice(from);
}

/** Offset of what can be given up for the quotation mark: what closes brackets can't. */
function endOfOpen(text: string, open: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > open + 1 && /[\s,}\]]/.test(text[end - 1] ?? '')) end--;
  return /[\s,]/.test(text[end] ?? '') ? end : lineEnd;
}
