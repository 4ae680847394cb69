import { placesInFlow } from './cursor-flow';
import { isAlias, isBehindQuote, noCommas, type Path, type Place, scalarAt } from './place';
import { startOf } from './sketch/lines';
import type { ListSketch, MappingSketch, PairSketch, Sketch } from './sketch/node';
import { lineEndAt } from './sketch/scalars';

/** What can be written on a line that has more on it than a word. */
export function placesInBlock(text: string, node: Sketch, path: Path, offset: number): Place[] {
  if (node.kind === 'scalar') return [];
  if (node.flow) return placesInFlow(text, node, offset, path);
  return node.kind === 'mapping' ? inMapping(text, node, path, offset) : inList(text, node, path, offset);
}

function inMapping(text: string, node: MappingSketch, path: Path, offset: number): Place[] {
  const pair = node.pairs.findLast(({ key }) => key.start <= offset);
  if (!pair) return [];
  const { key, colon, value } = pair;
  // `? key` and `: value` on lines of their own
  if (/^[?:](?:\s|$)/.test(text.slice(key.start, key.start + 2))) return [];
  if (isBehindQuote(text, key, offset)) return [];
  if (offset <= key.end) return [keyPlace(text, node, path, pair, offset)];
  if (colon === undefined || offset <= colon) return [];
  return inValue(text, [...path, key.value], value, colon + 1, offset, columnOf(text, key.start), 'line');
}

function inList(text: string, node: ListSketch, path: Path, offset: number): Place[] {
  const index = node.items.findLastIndex(({ start }) => start < offset);
  const item = node.items[index];
  if (!item) return [];
  const { start, value } = item;
  const inner = [...path, index];
  const isBelow = value && value.start > lineEndAt(text, start);
  if (!isBelow || offset > lineEndAt(text, start) || value.kind !== 'mapping' || value.flow) {
    return inValue(text, inner, value, start + 1, offset, columnOf(text, offset), 'own');
  }
  // The mapping goes on below: this key is its first.
  const lead = ' '.repeat(Math.max(1, value.column - columnOf(text, start + 1)));
  const at = {
    start: start + 1,
    end: offset,
    typed: '',
    quote: '',
    lead,
    flow: false,
    comma: noCommas,
  } as const;
  const names = value.pairs.map(({ key }) => key.value);
  return [{ on: 'key', path: inner, mapping: value, names, named: false, ...at, column: value.column }];
}

/** Blanks, anchors and tags. */
const isNothing = /^\s*(?:[&!]\S*\s+)*$/;

/** `from`: behind the colon or the dash. */
function inValue(
  text: string,
  path: Path,
  value: Sketch | undefined,
  from: number,
  offset: number,
  column: number,
  stands: 'line' | 'own',
): Place[] {
  const lineEnd = lineEndAt(text, from);
  if (offset > lineEnd || (value && value.start <= offset)) {
    return value ? found(text, path, value, offset, column, stands) : [];
  }
  // Only what stands nowhere else is missing; a comment may follow.
  if (
    value ||
    !isNothing.test(text.slice(from, offset)) ||
    !/^\s*(?:\s#.*)?$/.test(text.slice(offset, lineEnd))
  )
    return [];
  const needsBlank = offset === from;
  const at = { start: offset, end: offset, typed: '', quote: '', flow: false, comma: noCommas } as const;
  const blank = needsBlank ? ' ' : '';
  const own = stands === 'own' ? columnOf(text, offset) + blank.length : column;
  return [{ on: 'value', path, stands, ...at, lead: blank, column: own }];
}

function found(
  text: string,
  path: Path,
  value: Sketch,
  offset: number,
  column: number,
  stands: 'line' | 'own',
): Place[] {
  if (value.kind !== 'scalar') return placesInBlock(text, value, path, offset);
  if (value.quote === '|' || isAlias(text, value)) return [];
  if (offset < value.start || offset > value.end || isBehindQuote(text, value, offset)) return [];
  if (offset > lineEndAt(text, value.start)) return [];
  const own = stands === 'own' ? columnOf(text, value.start) : column;
  return [{ on: 'value', path, stands, ...scalarAt(text, value, offset), flow: false, column: own }];
}

function keyPlace(text: string, node: MappingSketch, path: Path, pair: PairSketch, offset: number): Place {
  const names = node.pairs.filter((each) => each !== pair).map(({ key }) => key.value);
  const at = { ...scalarAt(text, pair.key, offset), flow: false, column: columnOf(text, pair.key.start) };
  return { on: 'key', path, mapping: node, names, named: pair.colon !== undefined, ...at };
}

function columnOf(text: string, offset: number): number {
  return offset - startOf(text, offset);
}
