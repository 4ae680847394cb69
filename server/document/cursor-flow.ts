import { isAlias, isBehindQuote, noCommas, type Path, type Place, scalarAt } from './place';
import { startOf } from './sketch/lines';
import {
  endOfPair,
  type ListSketch,
  type MappingSketch,
  type PairSketch,
  type ScalarSketch,
  type Sketch,
} from './sketch/node';

type Collection = MappingSketch | ListSketch;

/** Whether an offset is inside of brackets or braces. */
export function isInFlow(node: Sketch, offset: number): boolean {
  if (node.kind === 'scalar' || offset <= node.start) return false;
  if (node.flow) return contains(node, offset);
  const parts = node.kind === 'mapping' ? node.pairs : node.items;
  return parts.some(({ value }) => value !== undefined && isInFlow(value, offset));
}

function contains({ start, end, closed }: Collection, offset: number): boolean {
  return offset > start && (closed ? offset < end : offset <= end);
}

/** What can be written inside of brackets or braces. */
export function placesInFlow(text: string, node: Sketch, offset: number, path: Path = []): Place[] {
  if (node.kind === 'scalar') return [];
  if (!node.flow) {
    if (node.kind === 'mapping') {
      const pair = node.pairs.find(({ value }) => value && isInFlow(value, offset));
      return pair?.value ? placesInFlow(text, pair.value, offset, [...path, pair.key.value]) : [];
    }
    const index = node.items.findIndex(({ value }) => value && isInFlow(value, offset));
    const value = node.items[index]?.value;
    return value ? placesInFlow(text, value, offset, [...path, index]) : [];
  }
  if (!contains(node, offset) || isComment(text, node.start, offset)) return [];
  return node.kind === 'mapping' ? inMapping(text, node, path, offset) : inList(text, node, path, offset);
}

function inMapping(text: string, node: MappingSketch, path: Path, offset: number): Place[] {
  const pair = node.pairs.findLast(({ key }) => key.start <= offset);
  const key = (at: PairSketch | undefined): Place[] => keyPlace(text, node, path, at, offset);
  if (!pair) return key(undefined);
  if (isBehindQuote(text, pair.key, offset)) return [];
  if (offset <= pair.key.end && pair.key.end > pair.key.start) return key(pair);
  const { colon, value } = pair;
  const end = endOfPair(pair);
  if (colon === undefined) return isApart(text, pair.key, offset) ? key(undefined) : [];
  if (offset <= colon) return [];
  const inner = [...path, pair.key.value];
  if (!value) {
    // A comma ends what is missing.
    if (text.slice(colon, offset).includes(',')) return key(undefined);
    return [emptyValue(text, node, inner, offset, colon + 1, end)];
  }
  if (value.kind !== 'scalar') {
    if (offset <= value.start) return [];
    return contains(value, offset) ? placesInFlow(text, value, offset, inner) : key(undefined);
  }
  if (offset < value.start) return [];
  if (isBehindQuote(text, value, offset) || isAlias(text, value)) return [];
  if (offset <= value.end) return [scalarPlace(text, inner, value, offset)];
  return isApart(text, value, offset) ? key(undefined) : [];
}

function inList(text: string, node: ListSketch, path: Path, offset: number): Place[] {
  const index = node.items.findLastIndex(({ start }) => start <= offset);
  const value = node.items[index]?.value;
  const fresh = (): Place[] => {
    const start = value?.end ?? node.start + 1;
    return [emptyValue(text, node, [...path, index + 1], offset, node.start + 1, start)];
  };
  if (!value) return fresh();
  const inner = [...path, index];
  if (value.kind !== 'scalar') {
    if (offset <= value.start) return [];
    return contains(value, offset) ? placesInFlow(text, value, offset, inner) : fresh();
  }
  if (offset < value.start) return [];
  if (isBehindQuote(text, value, offset) || isAlias(text, value)) return [];
  if (offset <= value.end) return [scalarPlace(text, inner, value, offset)];
  return isApart(text, value, offset) ? fresh() : [];
}

/** Whether something new may begin at an offset behind a scalar: plain text would just go on. */
function isApart(text: string, { end, quote }: ScalarSketch, offset: number): boolean {
  const between = text.slice(end, offset);
  return quote === '' ? /[,\n]/.test(between) : /[,\s]/.test(between);
}

function keyPlace(
  text: string,
  node: MappingSketch,
  path: Path,
  pair: PairSketch | undefined,
  offset: number,
): Place[] {
  const names = node.pairs.filter((each) => each !== pair).map(({ key }) => key.value);
  const at = pair ? scalarAt(text, pair.key, offset) : nothingAt(offset);
  const named = pair?.colon !== undefined;
  const ends = node.pairs.filter((each) => each !== pair).map(endOfPair);
  const starts = node.pairs.filter((each) => each !== pair).map(({ key }) => key.start);
  const comma = commas(text, node, named ? undefined : at, ends, starts);
  const common = { lead: '', flow: true, comma, column: indentationOf(text, offset) } as const;
  return [{ on: 'key', path, mapping: node, names, named, ...at, ...common }];
}

function emptyValue(
  text: string,
  node: Collection,
  path: Path,
  offset: number,
  from: number,
  end: number,
): Place {
  const starts =
    node.kind === 'mapping' ? node.pairs.map(({ key }) => key.start) : node.items.map(({ start }) => start);
  const ends = node.kind === 'mapping' ? [] : node.items.map(({ start, value }) => value?.end ?? start);
  const comma = commas(text, node, { start: Math.max(offset, end), end: offset }, ends, starts);
  const lead = node.kind === 'mapping' && offset === from ? ' ' : '';
  const common = { lead, flow: true, comma, column: indentationOf(text, offset) } as const;
  return { on: 'value', path, stands: 'line', ...nothingAt(offset), ...common };
}

function scalarPlace(text: string, path: Path, value: ScalarSketch, offset: number): Place {
  const common = { lead: '', flow: true, comma: noCommas, column: indentationOf(text, offset) } as const;
  return { on: 'value', path, stands: 'line', ...scalarAt(text, value, offset), ...common };
}

/** Whether a comma is missing between a place and what stands before and behind it. */
function commas(
  text: string,
  node: Collection,
  at: { readonly start: number; readonly end: number } | undefined,
  ends: readonly number[],
  starts: readonly number[],
) {
  if (!at) return noCommas;
  const last = ends.findLast((end) => end <= at.start);
  const next = starts.find((start) => start >= at.end && start > node.start);
  return {
    before: last !== undefined && !text.slice(last, at.start).includes(',') ? last : undefined,
    after: next !== undefined && !text.slice(at.end, next).includes(','),
  };
}

function nothingAt(offset: number) {
  return { start: offset, end: offset, typed: '', quote: '' } as const;
}

function indentationOf(text: string, offset: number): number {
  const start = startOf(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0;
}

/** Whether an offset is behind a `#` that begins a comment, or on a line that begins with `//`, as some write it in JSON. */
function isComment(text: string, from: number, offset: number): boolean {
  const line = text.slice(Math.max(from, startOf(text, offset)), offset);
  const outside = line.replace(/"(?:[^"\\]|\\.)*"?|'[^']*'?/g, '');
  return /^\s*\/\/|(?:^|\s)#/.test(outside);
}
