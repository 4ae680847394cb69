import { type Piece, Pieces, type TopLevelField } from '../top-level';
import { type Common, common } from './difference';
import { JsonReader, NotPlainJson } from './json-value';
import { ownText } from './own-text';

/** A JSON text that was read item by item. */
export interface JsonReading {
  readonly text: string;
  readonly fields: readonly TopLevelField[];
  /** Where each item of a list ends. */
  readonly ends: ReadonlyMap<Piece, number>;
  /** How many items were not taken over from the reading before. */
  readonly read: number;
}

/**
 * Reads a JSON object, taking over the items of its lists that have not changed. `undefined`: it has to be read by the
 * readers that know all of YAML. The result is theirs, and nothing is wrong with it.
 */
export function readJson(text: string, before?: JsonReading): JsonReading | undefined {
  if (!/^[ \n]*\{/.test(text)) return undefined;
  try {
    return new ItemReader(text, before).read();
  } catch (error) {
    if (error instanceof NotPlainJson) return undefined;
    throw error;
  }
}

class ItemReader {
  readonly #reader: JsonReader;
  readonly #known: ReadonlyMap<number, Piece>;
  readonly #same: Common;
  readonly #by: number;
  readonly #ends = new Map<Piece, number>();
  #read = 0;

  constructor(
    private readonly text: string,
    private readonly before: JsonReading | undefined,
  ) {
    this.#reader = new JsonReader(text);
    this.#same = before ? common(before.text, text) : { start: 0, end: 0 };
    this.#by = text.length - (before?.text.length ?? 0);
    this.#known = new Map([...(before?.ends.keys() ?? [])].map((piece) => [piece.base, piece]));
  }

  read(): JsonReading {
    const reader = this.#reader;
    const fields: TopLevelField[] = [];
    reader.expect('{');
    if (!reader.takes('}')) {
      do fields.push(this.#field());
      while (reader.takes(','));
      reader.expect('}');
    }
    if (reader.peek() !== '') throw new NotPlainJson();
    return { text: this.text, fields, ends: this.#ends, read: this.#read };
  }

  #field(): TopLevelField {
    const reader = this.#reader;
    const { name, start: keyStart, end: keyEnd } = reader.key();
    const list = reader.peek() === '[';
    const valueStart = reader.at;
    const pieces = list ? this.#items() : [reader.value()];
    return { name, keyStart, keyEnd, valueStart, valueEnd: reader.at, list, pieces: Pieces.of(pieces) };
  }

  #items(): Piece[] {
    const reader = this.#reader;
    reader.expect('[');
    const pieces: Piece[] = [];
    if (reader.takes(']')) return pieces;
    do pieces.push(this.#item());
    while (reader.takes(','));
    reader.expect(']');
    return pieces;
  }

  #item(): Piece {
    this.#reader.peek();
    const start = this.#reader.at;
    const piece = this.#earlier(start) ?? this.#anew(start);
    this.#reader.at = this.#ends.get(piece) ?? this.#reader.at;
    return piece;
  }

  #anew(start: number): Piece {
    this.#read++;
    const found = this.#reader.value();
    const end = this.#reader.at;
    // The first text may stay: most items are cut from it.
    const own = this.before && new JsonReader(ownText(this.text, start, end)).value();
    const piece = own ? { base: start, node: own.node } : found;
    this.#ends.set(piece, end);
    return piece;
  }

  /** What stood here before, if it lies as a whole before or behind the difference. */
  #earlier(start: number): Piece | undefined {
    const behind = start >= this.text.length - this.#same.end;
    const by = behind ? this.#by : 0;
    const piece = this.#known.get(start - by);
    const end = piece && this.before?.ends.get(piece);
    if (!piece || end === undefined || (!behind && end > this.#same.start)) return undefined;
    const now = by === 0 ? piece : { base: start, node: piece.node };
    this.#ends.set(now, end + by);
    return now;
  }
}
