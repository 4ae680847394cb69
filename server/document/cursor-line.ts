import { noCommas, type Path, type Place } from './place';
import { contentLine, isDash, type Line, nextStart, startOf } from './sketch/lines';
import type { ListSketch, MappingSketch, PairSketch, ScalarSketch, Sketch } from './sketch/node';

/** The line of the cursor, which has nothing on it but a word. */
interface Here {
  readonly text: string;
  readonly offset: number;
  readonly line: Line;
  /** Where what is written here is taken to begin: not before what follows, which else would belong to it. */
  readonly column: number;
  /** The next line with something on it. */
  readonly next: Line | undefined;
  readonly nextIsItem: boolean;
}

/** What can be written on a line of its own: its indentation says what it belongs to. */
export function placesOnOwnLine(
  text: string,
  root: MappingSketch | undefined,
  rootColumn: number,
  line: Line,
  offset: number,
): Place[] {
  if (offset < line.content && line.content < line.end) return [];
  const next = contentLine(text, nextStart(text, line.start));
  const own = line.content < line.end ? line.column : offset - line.start;
  const here: Here = {
    text,
    offset,
    line,
    column: Math.max(own, next?.column ?? 0),
    next,
    nextIsItem: next !== undefined && isDash(text, next.content),
  };
  if (root) return inMapping(here, root, []) ?? [];
  return keyAt(here, undefined, [], rootColumn);
}

/** `undefined`: the line does not belong to it. */
function inMapping(here: Here, node: MappingSketch, path: Path): Place[] | undefined {
  const { offset, column } = here;
  const pair = node.pairs.findLast(({ key }) => key.start < offset);
  const inner = pair?.colon === undefined ? undefined : inValue(here, node, pair, [...path, pair.key.value]);
  if (inner?.only) return inner.places;
  if (column < node.column) return undefined;
  return [...keyAt(here, node, path, node.column), ...(inner?.places ?? [])];
}

/** `only`: nothing of the mapping itself fits here. */
function inValue(here: Here, node: MappingSketch, { value }: PairSketch, path: Path) {
  const { offset, column } = here;
  if (!value) {
    if (column > node.column) return { only: true, places: [valueAt(here, path, column)] };
    if (column < node.column) return undefined;
    // A list may begin in the column of its key.
    return { only: false, places: [itemAt(here, [...path, 0], node.column)] };
  }
  if (value.start > offset) return { only: true, places: before(here, value, path) };
  if (value.kind === 'scalar') {
    if (offset < value.end || (value.quote === '|' && column > node.column))
      return { only: true, places: [] };
    if (isHalfKey(here, value)) return { only: true, places: keyAt(here, undefined, path, column) };
    // A word that goes on with plain text
    const goesOn = value.quote === '' && here.line.content < here.line.end && here.line.column > node.column;
    return goesOn ? { only: true, places: [] } : undefined;
  }
  if (value.flow) return undefined;
  const places = value.kind === 'mapping' ? inMapping(here, value, path) : inList(here, value, path);
  if (!places) return undefined;
  const both = value.kind === 'list' && value.column === node.column && column === node.column;
  return { only: !both || here.nextIsItem, places };
}

/** A word alone above the cursor: where an object belongs, a key that has no colon yet. */
function isHalfKey({ text, column }: Here, { value, quote, start }: ScalarSketch): boolean {
  const line = startOf(text, start);
  return (
    quote === '' && start - line === column && /^[\w-]+$/.test(value) && text.slice(line, start).trim() === ''
  );
}

function inList(here: Here, node: ListSketch, path: Path): Place[] | undefined {
  const { offset, column } = here;
  if (column < node.column) return undefined;
  const last = node.items.findLastIndex(({ start }) => start < offset);
  const value = node.items[last]?.value;
  if (column > node.column) {
    const inner = [...path, last];
    if (!value) return last < 0 ? [] : [valueAt(here, inner, column)];
    if (value.start > offset) return before(here, value, inner);
    if (value.kind === 'scalar' && value.quote === '|') return [];
    if (value.kind !== 'scalar' && !value.flow && column >= value.column) {
      const found = value.kind === 'mapping' ? inMapping(here, value, inner) : inList(here, value, inner);
      if (found) return found;
    }
  }
  return isOrphaned(here, node.column) ? [] : [itemAt(here, [...path, last + 1], node.column)];
}

/** Between a key or a dash and its value on later lines. */
function before(here: Here, value: Sketch, path: Path): Place[] {
  if (value.kind === 'scalar' || value.flow) return [];
  if (value.kind === 'list') return [itemAt(here, [...path, 0], value.column)];
  return keyAt(here, value, path, value.column);
}

function keyAt(here: Here, mapping: MappingSketch | undefined, path: Path, column: number): Place[] {
  if (isOrphaned(here, column)) return [];
  const names = mapping?.pairs.map(({ key }) => key.value) ?? [];
  return [{ on: 'key', path, mapping, names, named: false, ...written(here, column, '') }];
}

function valueAt(here: Here, path: Path, column: number): Place {
  return { on: 'value', path, stands: 'own', ...written(here, column, '') };
}

function itemAt(here: Here, path: Path, column: number): Place {
  const at = written(here, column, '- ');
  return { on: 'value', path, stands: 'own', ...at, column: column + 2 };
}

/** Whether what follows would belong to what is written in a column. */
function isOrphaned({ next }: Here, column: number): boolean {
  return next !== undefined && next.column > column;
}

function written({ text, offset, line }: Here, column: number, dash: string) {
  const isThere = line.content < line.end ? line.column === column : offset - line.start === column;
  const start = isThere ? line.start + column : line.start;
  const mark = text[line.content];
  const quote = line.content < line.end && (mark === '"' || mark === "'") ? mark : '';
  const typed = text.slice(line.content, Math.max(line.content, offset));
  return {
    start,
    end: Math.max(offset, start + text.slice(start, line.end).trimEnd().length),
    typed: typed.replace(/^["']|["']$/g, ''),
    quote,
    lead: (isThere ? '' : ' '.repeat(column)) + dash,
    flow: false,
    comma: noCommas,
    column,
  } as const;
}
