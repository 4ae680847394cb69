import { Cursor, isBlankOrEnd, isBreak, type Mark, YamlFault } from './cursor';
import { scanAnchor, scanDirective, scanTag } from './scan-properties';
import { atDocumentMark, scanBlock, scanPlain, scanQuoted, startsPlain } from './scan-scalars';
import type { Token, TokenKind } from './tokens';

/** A place where a key without `?` may have begun. */
interface SimpleKey {
  possible: boolean;
  /** In a block, at its indentation, nothing but a key can stand. */
  readonly required: boolean;
  readonly tokenNumber: number;
  readonly mark: Mark;
}

const longestKey = 1024;
const deepest = 10_000;

/** Cuts a text into tokens where go-yaml v2 does, and gives up where it does. */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #tokens: Token[] = [];
  /** Tokens taken so far. */
  #taken = 0;
  #ended = false;
  #indent = -1;
  readonly #indents: number[] = [];
  #keyAllowed = true;
  /** One for each level of flow collections, and one for the block around them. */
  readonly #keys: SimpleKey[] = [];
  /** Those that are possible, by the number of the token that they would begin with. */
  readonly #keysByToken = new Map<number, SimpleKey>();

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    this.#keys.push(this.#noKey());
  }

  /** Its number is that of the next token, which go-yaml takes for its own when the level is left. */
  #noKey(): SimpleKey {
    const tokenNumber = this.#taken + this.#tokens.length;
    return { possible: false, required: false, tokenNumber, mark: this.#cursor.mark };
  }

  get readTo(): number {
    return this.#cursor.offset;
  }

  get #inFlow(): boolean {
    return this.#keys.length > 1;
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.#needsMore()) this.#fetch();
    const [token] = this.#tokens;
    if (!token) throw new RangeError('there is no token after the end of the text');
    return token;
  }

  take(): Token {
    const token = this.peek();
    this.#tokens.shift();
    this.#taken++;
    return token;
  }

  /** What might be a key can't be handed out before it is clear: its key token comes first. */
  #needsMore(): boolean {
    if (this.#tokens.length === 0) return !this.#ended;
    const key = this.#keysByToken.get(this.#taken);
    return key !== undefined && this.#isValid(key);
  }

  #isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { line, index } = this.#cursor;
    if (key.mark.line >= line && key.mark.index + longestKey >= index) return true;
    if (key.required) this.#failKey(key);
    key.possible = false;
    return false;
  }

  #failKey({ mark }: SimpleKey): never {
    throw new YamlFault("could not find expected ':'", this.#cursor.mark, mark, 'scanner');
  }

  #fail(problem: string): never {
    throw new YamlFault(problem, this.#cursor.mark, this.#cursor.mark, 'scanner');
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#unroll(cursor.column);
    const character = cursor.peek();
    if (cursor.atEnd) return this.#fetchEnd();
    if (cursor.column === 0 && character === '%') return this.#fetchDirective();
    if (atDocumentMark(cursor)) return this.#fetchDocumentMark(character);
    const next = cursor.peek(1);
    if (character === '[') return this.#openFlow('flow-sequence-start');
    if (character === '{') return this.#openFlow('flow-mapping-start');
    if (character === ']') return this.#closeFlow('flow-sequence-end');
    if (character === '}') return this.#closeFlow('flow-mapping-end');
    if (character === ',') return this.#fetchFlowEntry();
    if (character === '-' && isBlankOrEnd(next)) return this.#fetchBlockEntry();
    if (character === '?' && (this.#inFlow || isBlankOrEnd(next))) return this.#fetchKey();
    if (character === ':' && (this.#inFlow || isBlankOrEnd(next))) return this.#fetchValue();
    this.#fetchContent(character, next);
  }

  #fetchContent(character: string, next: string): void {
    const cursor = this.#cursor;
    const start = cursor.mark;
    if (character === '|' || character === '>') {
      if (this.#inFlow) this.#fail('found character that cannot start any token');
      this.#dropKey();
      this.#keyAllowed = true;
      scanBlock(cursor, this.#indent);
      this.#push('scalar', start);
      return;
    }
    const plain = startsPlain(character, next, this.#inFlow);
    if (!plain && !'*&!\'"'.includes(character)) this.#fail('found character that cannot start any token');
    this.#saveKey();
    this.#keyAllowed = false;
    if (plain) {
      if (scanPlain(cursor, this.#indent, this.#inFlow)) this.#keyAllowed = true;
      this.#push('scalar', start);
    } else if (character === '!') this.#push('tag', start, scanTag(cursor));
    else if (character === '&') this.#push('anchor', start, scanAnchor(cursor));
    else if (character === '*') this.#push('alias', start, scanAnchor(cursor));
    else {
      scanQuoted(cursor);
      this.#push('scalar', start);
    }
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      const tabs = this.#inFlow || !this.#keyAllowed;
      cursor.skipWhile((character) => character === ' ' || (tabs && character === '\t'));
      if (cursor.peek() === '#') cursor.toLineEnd();
      if (!isBreak(cursor.peek())) return;
      cursor.skipLine();
      if (!this.#inFlow) this.#keyAllowed = true;
    }
  }

  #fetchEnd(): void {
    const cursor = this.#cursor;
    if (cursor.column !== 0) {
      cursor.column = 0;
      cursor.line++;
    }
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    this.#ended = true;
    this.#push('stream-end', cursor.mark);
  }

  #fetchDirective(): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    const start = this.#cursor.mark;
    const { kind, text } = scanDirective(this.#cursor);
    this.#push(kind, start, text);
  }

  #fetchDocumentMark(character: string): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    const start = this.#cursor.mark;
    for (let left = 3; left > 0; left--) this.#cursor.skip();
    this.#push(character === '-' ? 'document-start' : 'document-end', start);
  }

  #openFlow(kind: TokenKind): void {
    this.#saveKey();
    this.#keys.push(this.#noKey());
    if (this.#keys.length - 1 > deepest) this.#fail(`exceeded max depth of ${deepest}`);
    this.#keyAllowed = true;
    this.#pushIndicator(kind);
  }

  #closeFlow(kind: TokenKind): void {
    this.#dropKey();
    if (this.#inFlow) this.#forget(this.#keys.pop());
    this.#keyAllowed = false;
    this.#pushIndicator(kind);
  }

  #fetchFlowEntry(): void {
    this.#dropKey();
    this.#keyAllowed = true;
    this.#pushIndicator('flow-entry');
  }

  #fetchBlockEntry(): void {
    if (!this.#inFlow) {
      if (!this.#keyAllowed) this.#fail('block sequence entries are not allowed in this context');
      this.#roll(this.#cursor.mark, 'block-sequence-start');
    }
    this.#dropKey();
    this.#keyAllowed = true;
    this.#pushIndicator('block-entry');
  }

  #fetchKey(): void {
    if (!this.#inFlow) {
      if (!this.#keyAllowed) this.#fail('mapping keys are not allowed in this context');
      this.#roll(this.#cursor.mark, 'block-mapping-start');
    }
    this.#dropKey();
    this.#keyAllowed = !this.#inFlow;
    this.#pushIndicator('key');
  }

  #fetchValue(): void {
    const key = this.#keys.at(-1);
    if (key && this.#isValid(key)) {
      const at = key.tokenNumber - this.#taken;
      this.#insert(at, { kind: 'key', start: key.mark });
      this.#roll(key.mark, 'block-mapping-start', at);
      key.possible = false;
      this.#forget(key);
      this.#keyAllowed = false;
    } else {
      if (!this.#inFlow) {
        if (!this.#keyAllowed) this.#fail('mapping values are not allowed in this context');
        this.#roll(this.#cursor.mark, 'block-mapping-start');
      }
      this.#keyAllowed = !this.#inFlow;
    }
    this.#pushIndicator('value');
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const required = !this.#inFlow && this.#indent === this.#cursor.column;
    this.#dropKey();
    const key = { ...this.#noKey(), possible: true, required };
    this.#keys[this.#keys.length - 1] = key;
    this.#keysByToken.set(key.tokenNumber, key);
  }

  #dropKey(): void {
    const key = this.#keys.at(-1);
    if (!key?.possible) return;
    if (key.required) this.#failKey(key);
    key.possible = false;
    this.#forget(key);
  }

  #forget(key: SimpleKey | undefined): void {
    if (key) this.#keysByToken.delete(key.tokenNumber);
  }

  /** Begins a block collection where the column is deeper than the one around it. */
  #roll({ column, ...mark }: Mark, kind: TokenKind, at = this.#tokens.length): void {
    if (this.#inFlow || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (this.#indents.length > deepest) this.#fail(`exceeded max depth of ${deepest}`);
    this.#insert(at, { kind, start: { column, ...mark } });
  }

  /** A place that has been taken already is at the end: go-yaml does so, too. */
  #insert(at: number, token: Token): void {
    this.#tokens.splice(at < 0 ? this.#tokens.length : at, 0, token);
  }

  #unroll(column: number): void {
    if (this.#inFlow) return;
    while (this.#indent > column) {
      this.#push('block-end', this.#cursor.mark);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #pushIndicator(kind: TokenKind): void {
    const start = this.#cursor.mark;
    this.#cursor.skip();
    this.#push(kind, start);
  }

  #push(kind: TokenKind, start: Mark, text?: string): void {
    this.#tokens.push(text === undefined ? { kind, start } : { kind, start, text });
  }
}
