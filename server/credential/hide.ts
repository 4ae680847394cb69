import { redacted } from './secret';

/** UTF-16 offsets. */
export type Range = readonly [start: number, end: number];

/** With each range masked. They are in order and have no place in common. */
export function hidden(text: string, ranges: readonly Range[]): string {
  let result = '';
  let done = 0;
  for (const [start, end] of ranges) {
    result += `${text.slice(done, start)}${redacted}`;
    done = end;
  }
  return result + text.slice(done);
}

/**
 * Where places of a text are once ranges of it are replaced by `length` units each. All are in order. What was
 * inside of a range is behind what replaces it.
 */
export function moved(places: readonly number[], ranges: readonly Range[], length: number): number[] {
  let next = 0;
  let shift = 0;
  return places.map((place) => {
    for (let range = ranges[next]; range && range[1] <= place && range[0] < place; range = ranges[++next]) {
      shift += length - (range[1] - range[0]);
    }
    const [start, end] = ranges[next] ?? [place, place];
    return place > start && place < end ? start + shift + length : place + shift;
  });
}
