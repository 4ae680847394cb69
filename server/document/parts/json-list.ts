import type { Text } from '../text';
import type { Common } from './difference';
import { firstFrom } from './first-from';
import { JsonReader, NotPlainJson } from './json-value';
import { spliced } from './kept-parts';
import { type Growing, type Items, type JsonField, type JsonReading, jsonField, ownValue } from './read-json';

/**
 * Reads a JSON text of which only items of one list have changed: these, and nothing else. `undefined` if something else
 * has, or may have.
 */
export function readChangedList(text: Text, before: JsonReading, same: Common): JsonReading | undefined {
  const by = text.length - before.text.length;
  const changeEnd = before.text.length - same.end;
  const isInside = ({ list, valueStart, valueEnd }: JsonField) =>
    list && valueStart < same.start && changeEnd < valueEnd;
  const at = before.fields.findIndex(isInside);
  const field = before.fields[at];
  if (!field) return undefined;
  const count = field.nodes.length;
  // What follows an item is the same, too: a number could go on there.
  const first = firstFrom(field.ends, same.start);
  const rest = firstFrom(field.starts, changeEnd);
  const start = first > 0 ? (field.ends[first - 1] ?? 0) : field.valueStart + 1;
  const end = (rest < count ? (field.starts[rest] ?? 0) : field.valueEnd - 1) + by;
  if (rest < first || end < start) return undefined;
  const changed = itemsBetween(text, start, end, first > 0, rest < count);
  if (!changed) return undefined;
  const kept = { first, last: count - rest };
  const moved = (places: readonly number[], own: readonly number[]) => {
    const all = spliced(places, kept, own);
    if (by !== 0)
      for (let index = all.length - kept.last; index < all.length; index++)
        all[index] = (all[index] ?? 0) + by;
    return all;
  };
  const items = {
    nodes: spliced(field.nodes, kept, changed.nodes),
    starts: moved(field.starts, changed.starts),
    ends: moved(field.ends, changed.ends),
  };
  const now = jsonField({ ...field, valueEnd: field.valueEnd + by }, items);
  const behind = before.fields.slice(at + 1).map((each) => movedField(each, by));
  return { text, fields: [...before.fields.slice(0, at), now, ...behind], read: changed.nodes.length };
}

/** What is between two items, or the brackets of their list. `undefined`: not as many commas as there should be. */
function itemsBetween(
  text: Text,
  start: number,
  end: number,
  follows: boolean,
  isFollowed: boolean,
): Items | undefined {
  const items: Growing = { nodes: [], starts: [], ends: [] };
  const reader = new JsonReader(`${text.slice(start, end)} `);
  if (reader.peek() === '') return follows && isFollowed ? undefined : items;
  if (follows && !reader.takes(',')) return undefined;
  for (;;) {
    if (reader.peek() === '') return isFollowed ? items : undefined;
    const { base } = reader.value();
    items.nodes.push(ownValue(text, start + base, start + reader.at));
    items.starts.push(start + base);
    items.ends.push(start + reader.at);
    if (reader.peek() === '') return isFollowed ? undefined : items;
    if (!reader.takes(',')) throw new NotPlainJson();
  }
}

function movedField(field: JsonField, by: number): JsonField {
  if (by === 0) return field;
  const { nodes, starts, ends } = field;
  const place = (each: number) => each + by;
  return jsonField(
    {
      ...field,
      keyStart: field.keyStart + by,
      keyEnd: field.keyEnd + by,
      valueStart: field.valueStart + by,
      valueEnd: field.valueEnd + by,
    },
    { nodes, starts: starts.map(place), ends: ends.map(place) },
  );
}
