/** JSON as it was meant, for a tree of what is half typed. All offsets stay; any other text is left as it is. */
export function mendedJson(text: string): string {
  return /^\s*\{\s*"/.test(text) ? withBrackets(withClosedQuotes(text)) : text;
}

/**
 * Closes strings on their line, an open one in place of a blank, a comma or the line break behind it.
 */
export function withClosedQuotes(text: string): string {
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

interface Token {
  readonly at: number;
  /** Offset behind it. */
  readonly end: number;
  /** Its first character. */
  readonly mark: string;
}

/** Strings, brackets, commas and colons, and words; comments are none. */
function* tokensOf(text: string): Generator<Token> {
  const form = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|(?:#|\/\/).*|[^\s"{}[\],:]+/g;
  for (const { 0: token, index } of text.matchAll(form)) {
    if (!/^(?:#|\/\/)/.test(token)) yield { at: index, end: index + token.length, mark: token.charAt(0) };
  }
}

const opening: Readonly<Record<string, string>> = { '}': '{', ']': '[' };
const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The same for commas and brackets that are missing: each takes the place of a blank beside it. */
export function withBrackets(text: string): string {
  const edits = new Map<number, string>();
  const stack: string[] = [];
  let [before, last]: [Token | undefined, Token | undefined] = [undefined, undefined];
  for (const token of tokensOf(text)) {
    const { mark, at } = token;
    const gap = last !== undefined && at > last.end;
    const top = stack.at(-1);
    if (last && gap && isNext(mark) && isEnded(last, before)) edits.set(last.end, ',');
    else if (last?.mark === ',' && gap && mark === '{' && top === '{') {
      // An item where a key belongs: the one before it is still open.
      edits.set(last.at, '}').set(last.end, ',');
      stack.pop();
    } else if (mark === ':' && top === '[' && last && before?.mark === ',' && last.at > before.end) {
      // A key where an item belongs: the list before it is still open.
      edits.set(before.at, ']').set(before.end, ',');
      stack.pop();
    }
    if (mark in closing) stack.push(mark);
    else if (mark in opening) {
      if (gap && top !== undefined && top !== opening[mark] && stack.at(-2) === opening[mark]) {
        edits.set(at - 1, closing[top] ?? '');
        stack.pop();
      }
      stack.pop();
    }
    [before, last] = [last, token];
  }
  return replaced(text, edits);
}

function isNext(mark: string): boolean {
  return mark === '{' || mark === '[' || mark === '"';
}

/** Whether nothing but a comma or a bracket can follow. */
function isEnded(last: Token | undefined, before: Token | undefined): boolean {
  if (last?.mark === '}' || last?.mark === ']') return true;
  return before?.mark === ':' && last !== undefined && !/[{[,:]/.test(last.mark);
}

function replaced(text: string, edits: ReadonlyMap<number, string>): string {
  let result = '';
  let from = 0;
  for (const [at, character] of [...edits].sort(([a], [b]) => a - b)) {
    result += text.slice(from, at) + character;
    from = at + 1;
  }
  return result + text.slice(from);
}
