import { YamlFault } from './cursor';
import { Scanner } from './scanner';
import type { Token, TokenKind } from './tokens';

/**
 * Whether go-yaml v2 can read the first document of a text, by its grammar: the same productions, asked in
 * the same order. Nothing is built; what it throws is a `YamlFault`, the first one.
 */
export class Grammar {
  readonly #scanner: Scanner;
  readonly #handles = new Set(['!', '!!']);
  readonly #anchors = new Set<string>();

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  /** UTF-16 offset that the scanner has come to. */
  get readTo(): number {
    return this.#scanner.readTo;
  }

  /** Answers the UTF-16 offset at which the document is over. */
  firstDocument(): number {
    const explicit = this.#is('version-directive', 'tag-directive', 'document-start');
    if (explicit) this.#documentStart();
    const empty =
      explicit && this.#is('version-directive', 'tag-directive', 'document-start', 'document-end');
    if (!empty && !this.#is('stream-end')) this.#run([() => this.#node(true, false)]);
    // The document's end is looked for, so what follows must be a token at least.
    return this.#scanner.peek().start.offset;
  }

  #documentStart(): void {
    let version = false;
    const own = new Set<string>();
    while (this.#is('version-directive', 'tag-directive')) {
      const token = this.#scanner.take();
      if (token.kind === 'version-directive') {
        if (version) this.#fail('found duplicate %YAML directive', token);
        if (token.text !== '1.1') this.#fail('found incompatible YAML document', token);
        version = true;
      } else {
        if (own.has(token.text ?? '')) this.#fail('found duplicate %TAG directive', token);
        own.add(token.text ?? '');
        this.#handles.add(token.text ?? '');
      }
    }
    if (!this.#is('document-start'))
      this.#fail('did not find expected <document start>', this.#scanner.peek());
    this.#scanner.take();
  }

  /** Steps that are left to do, the next one last; recursion would end at a depth that go-yaml reaches. */
  readonly #steps: (() => void)[] = [];

  #run(first: readonly (() => void)[]): void {
    this.#steps.push(...first);
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) step();
  }

  #then(...steps: readonly (() => void)[]): void {
    this.#steps.push(...steps.toReversed());
  }

  /** `indentless`: whether a list may stand at the indentation of the key above it. */
  #node(block: boolean, indentless: boolean): void {
    if (this.#is('alias')) return this.#alias(this.#scanner.take());
    const start = this.#scanner.peek();
    const properties = this.#properties(start);
    const { kind } = this.#scanner.peek();
    if (indentless && kind === 'block-entry') return this.#indentlessEntry();
    if (kind === 'scalar') return void this.#scanner.take();
    if (kind === 'flow-sequence-start') return this.#collection(() => this.#flowSequenceEntry(true));
    if (kind === 'flow-mapping-start') return this.#collection(() => this.#flowMappingKey(true));
    if (block && kind === 'block-sequence-start') return this.#collection(() => this.#blockEntry(start));
    if (block && kind === 'block-mapping-start') return this.#collection(() => this.#blockKey(start));
    if (!properties) this.#fail('did not find expected node content', this.#scanner.peek(), start);
  }

  #alias({ text = '', start }: Token): void {
    if (!this.#anchors.has(text))
      throw new YamlFault(`unknown anchor '${text}' referenced`, start, undefined, 'parser');
  }

  /** An anchor and a tag, in any order. */
  #properties(start: Token): boolean {
    const kinds = new Set<TokenKind>();
    while (this.#is('anchor', 'tag') && !kinds.has(this.#scanner.peek().kind)) {
      const token = this.#scanner.take();
      kinds.add(token.kind);
      if (token.kind === 'anchor') this.#anchors.add(token.text ?? '');
      else if (token.text !== '' && !this.#handles.has(token.text ?? '')) {
        this.#fail('found undefined tag handle', token, start);
      }
    }
    return kinds.size > 0;
  }

  #collection(first: () => void): void {
    this.#scanner.take();
    this.#then(first);
  }

  #blockEntry(start: Token): void {
    const token = this.#scanner.take();
    if (token.kind === 'block-end') return;
    if (token.kind !== 'block-entry') this.#fail("did not find expected '-' indicator", token, start);
    const more = () => this.#blockEntry(start);
    if (this.#is('block-entry', 'block-end')) this.#then(more);
    else this.#then(() => this.#node(true, false), more);
  }

  #indentlessEntry(): void {
    if (!this.#is('block-entry')) return;
    this.#scanner.take();
    const more = () => this.#indentlessEntry();
    if (this.#is('block-entry', 'key', 'value', 'block-end')) this.#then(more);
    else this.#then(() => this.#node(true, false), more);
  }

  #blockKey(start: Token): void {
    const token = this.#scanner.peek();
    if (token.kind === 'block-end') return void this.#scanner.take();
    const value = () => this.#blockValue(start);
    if (token.kind !== 'key') this.#fail('did not find expected key', token, start);
    this.#scanner.take();
    if (this.#is('key', 'value', 'block-end')) this.#then(value);
    else this.#then(() => this.#node(true, true), value);
  }

  #blockValue(start: Token): void {
    const more = () => this.#blockKey(start);
    if (!this.#is('value')) return this.#then(more);
    this.#scanner.take();
    if (this.#is('key', 'value', 'block-end')) this.#then(more);
    else this.#then(() => this.#node(true, true), more);
  }

  #flowSequenceEntry(first: boolean): void {
    if (!first && !this.#is('flow-sequence-end')) this.#separator("did not find expected ',' or ']'");
    if (this.#is('flow-sequence-end')) return void this.#scanner.take();
    const more = () => this.#flowSequenceEntry(false);
    if (!this.#is('key')) return this.#then(() => this.#node(false, false), more);
    this.#scanner.take();
    this.#then(
      () => this.#flowPairKey(),
      () => this.#flowPairValue(),
      more,
    );
  }

  #flowPairKey(): void {
    if (!this.#is('value', 'flow-entry', 'flow-sequence-end'))
      return this.#then(() => this.#node(false, false));
    // go-yaml takes the token away here, whatever it is.
    this.#scanner.take();
  }

  #flowPairValue(): void {
    if (!this.#is('value')) return;
    this.#scanner.take();
    if (!this.#is('flow-entry', 'flow-sequence-end')) this.#then(() => this.#node(false, false));
  }

  #flowMappingKey(first: boolean): void {
    if (!first && !this.#is('flow-mapping-end')) this.#separator("did not find expected ',' or '}'");
    if (this.#is('flow-mapping-end')) return void this.#scanner.take();
    const more = () => this.#flowMappingKey(false);
    if (!this.#is('key')) return this.#then(() => this.#node(false, false), more);
    this.#scanner.take();
    const value = () => this.#flowMappingValue();
    if (this.#is('value', 'flow-entry', 'flow-mapping-end')) this.#then(value, more);
    else this.#then(() => this.#node(false, false), value, more);
  }

  #flowMappingValue(): void {
    if (!this.#is('value')) return;
    this.#scanner.take();
    if (!this.#is('flow-entry', 'flow-mapping-end')) this.#then(() => this.#node(false, false));
  }

  #separator(problem: string): void {
    if (!this.#is('flow-entry')) this.#fail(problem, this.#scanner.peek());
    this.#scanner.take();
  }

  #is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#scanner.peek().kind);
  }

  #fail(problem: string, at: Token, context = at): never {
    throw new YamlFault(problem, at.start, context.start, 'parser');
  }
}
