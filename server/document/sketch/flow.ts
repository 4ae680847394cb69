import type { ItemSketch, ListSketch, MappingSketch, PairSketch, ScalarSketch, Sketch } from './node';
import {
  behindProperties,
  continuesInFlow,
  lineEndAt,
  plain,
  quotedEnd,
  readFlowPlain,
  readQuoted,
  type Source,
} from './scalars';

/** Nobody writes so many; a stack has its end. */
const maxDepth = 100;
/** Down to entries, collections without the cursor are passed over: there may be thousands. */
const entryDepth = 2;

/** What stands in brackets or braces from an offset on. `depth`: how many collections of the document are around it. */
export function readFlow(source: Source, start: number, depth = maxDepth / 2): MappingSketch | ListSketch {
  const reader = new FlowReader(source, start);
  return reader.collection(depth);
}

class FlowReader {
  constructor(
    private readonly source: Source,
    private at: number,
  ) {}

  collection(depth: number): MappingSketch | ListSketch {
    const start = this.at;
    const isMapping = this.source.text[start] === '{';
    this.at++;
    const pairs: PairSketch[] = [];
    const items: ItemSketch[] = [];
    for (let next = this.next(); next !== undefined && !/[}\]]/.test(next); next = this.next()) {
      const before = this.at;
      if (next === ',') this.at++;
      else if (isMapping) pairs.push(this.pair(depth));
      else items.push({ start: this.at, value: this.value(depth) ?? undefined });
      if (this.at === before) this.at++;
    }
    const closed = this.source.text[this.at] === (isMapping ? '}' : ']') && this.at < this.source.limit;
    if (closed) this.at++;
    const span = { start, end: this.at, flow: true, column: 0, closed };
    return isMapping ? { kind: 'mapping', ...span, pairs } : { kind: 'list', ...span, items };
  }

  private pair(depth: number): PairSketch {
    const value = this.value(depth);
    const key = value?.kind === 'scalar' ? value : plain(this.source.text, this.at, this.at);
    if (this.next() !== ':') return { key, colon: undefined, value: undefined };
    const colon = this.at++;
    const next = this.next();
    if (next === undefined || /[,}\]]/.test(next)) return { key, colon, value: undefined };
    const start = this.at;
    const found = this.value(depth);
    if (found?.kind === 'scalar' && this.isKey(found, start)) {
      this.at = start;
      return { key, colon, value: undefined };
    }
    return { key, colon, value: found };
  }

  /** `"a": "b": 1`: the value of `a` is missing, and maybe the comma behind it. */
  private isKey({ end }: ScalarSketch, start: number): boolean {
    const { text } = this.source;
    return end > start && /^\s*:(?:[\s,[\]{}"']|$)/.test(text.slice(end, end + 50));
  }

  private value(depth: number): Sketch | undefined {
    const { text, limit } = this.source;
    this.at = behindProperties(text, this.at, limit);
    const start = this.at;
    const first = text[start];
    if (first === '{' || first === '[') return this.nested(start, depth + 1);
    const scalar =
      first === '"' || first === "'"
        ? readQuoted(this.source, start, continuesInFlow)
        : readFlowPlain(this.source, start);
    this.at = scalar.end;
    return scalar.end > start ? scalar : undefined;
  }

  private nested(start: number, depth: number): Sketch {
    const { text, cursor, limit } = this.source;
    if (depth <= entryDepth) {
      const end = skipped(text, start, limit);
      if (end !== undefined && (end <= cursor || start > cursor)) {
        this.at = end;
        return { kind: 'list', start, end, flow: true, column: 0, closed: true, items: [] };
      }
    }
    if (depth >= maxDepth) {
      this.at = skipped(text, start, limit) ?? limit;
      return plain(text, start, this.at);
    }
    return this.collection(depth);
  }

  /** The next character that is neither blank nor comment. */
  private next(): string | undefined {
    const { text, limit } = this.source;
    const form = /[ \t\r\n\uFEFF]*/y;
    for (;;) {
      form.lastIndex = this.at;
      form.test(text);
      this.at = form.lastIndex;
      if (text[this.at] !== '#') break;
      this.at = lineEndAt(text, this.at, limit);
      if (this.at >= limit) break;
    }
    return this.at < limit ? text[this.at] : undefined;
  }
}

/** Offset behind the bracket that closes the one at an offset, if one does. There may be megabytes in between. */
function skipped(text: string, start: number, limit: number): number | undefined {
  let open = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    // Blanks and letters, mostly.
    if (code <= space || (code > nine && code < openBracket)) continue;
    if (code === openBrace || code === openBracket) open++;
    else if (code === closeBrace || code === closeBracket) {
      open--;
      if (open === 0) return at + 1;
    } else if (code === doubleQuote || code === singleQuote) {
      if (!mayQuoteBehind(text, at - 1)) continue;
      const end = quotedEnd(text, at);
      if (end > 0) at = end - 1;
    }
  }
  return undefined;
}

/** In plain text a quotation mark has no meaning. Asked of each in a megabyte: a pattern takes most of the time then. */
function mayQuoteBehind(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code === space || code === colon || code === comma || code === openBracket || code === openBrace)
    return true;
  return offset < 0 || ((code < space || code > 0x7e) && /\s/.test(text.charAt(offset)));
}

const [space, colon, comma, nine] = [0x20, 0x3a, 0x2c, 0x39];
const [doubleQuote, singleQuote] = [0x22, 0x27];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
