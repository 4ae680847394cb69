import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ChunkedText, inChunks } from '../document/text';

/** Whole lines of an open text. What is where in them is known to `vscode-languageserver-textdocument`. */
interface Chunk {
  readonly lines: string;
  readonly text: TextDocument;
}

function chunkOf(lines: string): Chunk {
  return { lines, text: TextDocument.create('', '', 0, lines) };
}

/**
 * An open text. It is kept in chunks, of which an edit changes one or two: to put megabytes together again and to count
 * their lines takes longer than all else that is done for a key press, and leaves as much to be collected.
 */
export class OpenText implements TextDocument {
  /** The text as it is now; an edit makes another. */
  content: ChunkedText<Chunk>;
  /** The line that each chunk begins with. */
  #firstLines: readonly number[] = [];
  #lineCount = 0;

  private constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.content = this.#laidOut(inChunks(text).map(chunkOf), text);
  }

  static create(uri: string, languageId: string, version: number, text: string): OpenText {
    return new OpenText(uri, languageId, version, text);
  }

  static update(text: OpenText, changes: TextDocumentContentChangeEvent[], version: number): OpenText {
    for (const change of changes) text.#change(change);
    text.version = version;
    return text;
  }

  get lineCount(): number {
    return this.#lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.content.toString();
    return this.content.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    const index = this.content.indexAt(offset);
    const within = this.content.chunks[index]?.text.positionAt(offset - this.content.startOf(index));
    if (!within) return { line: 0, character: 0 };
    return { line: (this.#firstLines[index] ?? 0) + within.line, character: within.character };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.#lineCount) return this.content.length;
    const [first, within, start] = this.#chunkOf(line);
    return start + (within?.offsetAt({ line: line - first, character }) ?? 0);
  }

  /** The chunk that has a line, with its first line, and with its offset. */
  #chunkOf(line: number): [firstLine: number, text: TextDocument | undefined, start: number] {
    const index = Math.max(
      0,
      this.#firstLines.findLastIndex((first) => first <= line),
    );
    return [this.#firstLines[index] ?? 0, this.content.chunks[index]?.text, this.content.startOf(index)];
  }

  getLineRange(line: number): Range {
    const [first, within] = this.#chunkOf(line);
    const range = within?.getLineRange(line - first);
    if (!range) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const here = ({ line: own, character }: Position) => ({ line: first + own, character });
    return { start: here(range.start), end: here(range.end) };
  }

  getEOLCharacters(line: number): string {
    const [first, within] = this.#chunkOf(line);
    return within?.getEOLCharacters(line - first) ?? '';
  }

  #change(change: TextDocumentContentChangeEvent): void {
    if (!('range' in change) || !change.range) {
      this.content = this.#laidOut(inChunks(change.text).map(chunkOf), change.text);
      return;
    }
    const { content } = this;
    const [one, other] = [this.offsetAt(change.range.start), this.offsetAt(change.range.end)];
    const [start, end] = [Math.min(one, other), Math.max(one, other)];
    const first = content.indexAt(start);
    const last = content.indexAt(end);
    const from = content.startOf(first);
    const lines = content.slice(from, start) + change.text + content.slice(end, content.startOf(last + 1));
    const changed = inChunks(lines).map(chunkOf);
    this.content = this.#laidOut([
      ...content.chunks.slice(0, first),
      ...changed,
      ...content.chunks.slice(last + 1),
    ]);
  }

  #laidOut(chunks: readonly Chunk[], whole?: string): ChunkedText<Chunk> {
    const firstLines: number[] = [];
    let line = 0;
    for (const { text } of chunks) {
      firstLines.push(line);
      line += text.lineCount - 1;
    }
    this.#firstLines = firstLines;
    this.#lineCount = line + 1;
    return new ChunkedText(chunks, whole);
  }
}
