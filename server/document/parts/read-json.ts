import type { LocatedNode } from '../node';
import type { Text } from '../text';
import { Pieces, type TopLevelField } from '../top-level';
import { type Common, common } from './difference';
import { readChangedList } from './json-list';
import { JsonReader, NotPlainJson } from './json-value';
import { ownText } from './own-text';

/** A JSON text that was read item by item. */
export interface JsonReading {
  readonly text: Text;
  readonly fields: readonly JsonField[];
  /** How many items were not taken over from the reading before. */
  readonly read: number;
}

/** A field of the top level with the places of its items, or of its one value. */
export interface JsonField extends TopLevelField, Items {}

/** Values one behind the other. Absolute offsets, the ends exclusive. */
export interface Items {
  readonly nodes: readonly LocatedNode[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Reads a JSON object, taking over the items of its lists that have not changed. `undefined`: it has to be read by the
 * readers that know all of YAML. The result is theirs, and nothing is wrong with it.
 */
export function readJson(text: Text, before?: JsonReading): JsonReading | undefined {
  if (!/^[ \n]*\{/.test(text.slice(0, longestBlank))) return undefined;
  const same = before ? common(before.text, text) : { start: 0, end: 0 };
  return (
    (before && plainly(() => readChangedList(text, before, same))) ??
    plainly(() => new ItemReader(text.toString(), text, same, before).read())
  );
}

function plainly<R>(read: () => R): R | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotPlainJson) return undefined;
    throw error;
  }
}

/** Nobody begins a text with more blanks. */
const longestBlank = 10_000;

export function jsonField(field: Omit<TopLevelField, 'pieces'>, items: Items): JsonField {
  const { starts, nodes } = items;
  return { ...field, ...items, pieces: new Pieces(nodes, (index) => starts[index] ?? 0) };
}

/** Reads a whole text, but for the items that an earlier one had before and behind the difference. */
class ItemReader {
  readonly #reader: JsonReader;
  readonly #known: ReadonlyMap<number, { readonly node: LocatedNode; readonly end: number }>;
  readonly #by: number;
  #read = 0;

  constructor(
    private readonly text: string,
    private readonly source: Text,
    private readonly same: Common,
    private readonly before: JsonReading | undefined,
  ) {
    this.#reader = new JsonReader(text);
    this.#by = text.length - (before?.text.length ?? 0);
    const fields = before?.fields.filter(({ list }) => list) ?? [];
    this.#known = new Map(
      fields.flatMap(({ starts, ends, nodes }) =>
        nodes.map((node, index) => [starts[index] ?? 0, { node, end: ends[index] ?? 0 }] as const),
      ),
    );
  }

  read(): JsonReading {
    const reader = this.#reader;
    const fields: JsonField[] = [];
    reader.expect('{');
    if (!reader.takes('}')) {
      do fields.push(this.#field());
      while (reader.takes(','));
      reader.expect('}');
    }
    if (reader.peek() !== '') throw new NotPlainJson();
    return { text: this.source, fields, read: this.#read };
  }

  #field(): JsonField {
    const reader = this.#reader;
    const { name, start: keyStart, end: keyEnd } = reader.key();
    const list = reader.peek() === '[';
    const valueStart = reader.at;
    const items = { nodes: [], starts: [], ends: [] };
    if (list) this.#items(items);
    else this.#value(items);
    return jsonField({ name, keyStart, keyEnd, valueStart, valueEnd: reader.at, list }, items);
  }

  #items(items: Growing): void {
    const reader = this.#reader;
    reader.expect('[');
    if (reader.takes(']')) return;
    do {
      reader.peek();
      if (!this.#takesOver(items)) this.#value(items);
    } while (reader.takes(','));
    reader.expect(']');
  }

  #value(items: Growing): void {
    this.#read++;
    const reader = this.#reader;
    const { base: start, node } = reader.value();
    // The first text may stay: most items are cut from it.
    items.nodes.push(this.before ? ownValue(this.text, start, reader.at) : node);
    items.starts.push(start);
    items.ends.push(reader.at);
  }

  /** What stood here before, if it lies as a whole before or behind the difference. */
  #takesOver(items: Growing): boolean {
    const start = this.#reader.at;
    const behind = start >= this.text.length - this.same.end;
    const by = behind ? this.#by : 0;
    const known = this.#known.get(start - by);
    if (!known || (!behind && known.end > this.same.start)) return false;
    items.nodes.push(known.node);
    items.starts.push(start);
    items.ends.push(known.end + by);
    this.#reader.at = known.end + by;
    return true;
  }
}

export interface Growing extends Items {
  readonly nodes: LocatedNode[];
  readonly starts: number[];
  readonly ends: number[];
}

/** A value as if nothing else were in its text. */
export function ownValue(text: Text, start: number, end: number): LocatedNode {
  // A number is over where something else begins.
  return new JsonReader(`${ownText(text, start, end)} `).value().node;
}
