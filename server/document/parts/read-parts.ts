import type { LoadFault } from '../fault';
import { readGoYaml } from '../go-yaml';
import { unlimited } from '../sizes';
import { syntaxFault } from '../syntax-faults';
import type { Text } from '../text';
import type { Piece, TopLevel, TopLevelField } from '../top-level';
import { cut, type Part } from './cut';
import { common } from './difference';
import { indices, keptOf, spliced } from './kept-parts';
import { isolate, movedField, type ParsedPart, parsePart } from './parse-part';

/** A text that was read part by part. */
export interface PartsReading {
  readonly text: Text;
  readonly parts: readonly Part[];
  readonly parsed: readonly ParsedPart[];
  /** Of each part that is an item, where it is now. */
  readonly items: readonly (Piece | undefined)[];
  /** The indices of the parts that are fields, or the beginnings of some. */
  readonly heads: readonly number[];
  /** The indices of the parts that have faults. */
  readonly faulty: readonly number[];
  readonly topLevel: TopLevel;
  /** In the order of the text. */
  readonly faults: readonly LoadFault[];
  /** How many parts were not taken over from the reading before. */
  readonly read: number;
}

/**
 * Reads a text part by part, taking over from an earlier reading what has not changed. `undefined`: it has to
 * be read as a whole; `too-large`: not even that. The result is that of reading it anew, and, if nothing is wrong with it, that of reading
 * it as a whole.
 */
export function readParts(
  text: Text,
  before: PartsReading = nothing,
  limits = unlimited,
): PartsReading | 'too-large' | undefined {
  const same = common(before.text, text);
  const parts = cut(text, { parts: before.parts, text: before.text, same });
  if (!parts) return undefined;
  const kept = keptOf(parts, text, before, same);
  const changed = parts.slice(kept.first, parts.length - kept.last);
  const read: ParsedPart[] = [];
  const patience = { parts: limits.unusualParts, length: limits.unusualPart };
  for (const part of changed) {
    const found = parsePart(text, part, patience);
    if (found === undefined || found === 'too-large') return found;
    read.push(found);
  }
  const parsed = spliced(before.parsed, kept, read);
  const by = text.length - before.text.length;
  const items = spliced(before.items, kept, read.map(itemOf(changed)), by === 0 ? undefined : shifter(by));
  const heads = indices(before.heads, before.parts.length, kept, read, ({ field }) => field !== undefined);
  const faulty = indices(before.faulty, before.parts.length, kept, read, isFaulty);
  const fields = heads.flatMap((head, index) => fieldAt(head, heads[index + 1], { parts, parsed, items }));
  const topLevel: TopLevel = fields.length > 0 ? { kind: 'fields', fields } : { kind: 'empty' };
  const faults = faulty.flatMap((index) => faultsAt(text, parts[index], parsed[index]));
  return { text, parts, parsed, items, heads, faulty, topLevel, faults, read: changed.length };
}

const nothing: PartsReading = {
  text: '',
  parts: [],
  parsed: [],
  items: [],
  heads: [],
  faulty: [],
  topLevel: { kind: 'empty' },
  faults: [],
  read: 0,
};

function itemOf(parts: readonly Part[]): ({ item }: ParsedPart, index: number) => Piece | undefined {
  return ({ item }, index) => item && { base: item.base + (parts[index]?.start ?? 0), node: item.node };
}

function shifter(by: number): (piece: Piece | undefined) => Piece | undefined {
  return (piece) => piece && { base: piece.base + by, node: piece.node };
}

function isFaulty({ broken, faults }: ParsedPart): boolean {
  return broken || faults.length > 0;
}

type Parts = Pick<PartsReading, 'parts' | 'parsed' | 'items'>;

/** The field that begins with a part, and goes on until the next one. */
function fieldAt(head: number, next: number | undefined, { parts, parsed, items }: Parts): TopLevelField[] {
  const part = parts[head];
  const own = part && parsed[head]?.field;
  if (!own) return [];
  const field = movedField(own, part.start);
  // A field whose key is none is no head, and no item either.
  const between = items.slice(head + 1, next);
  const pieces = between.filter((piece) => piece !== undefined);
  const first = head + 1 + between.findIndex((piece) => piece !== undefined);
  const last = head + 1 + between.findLastIndex((piece) => piece !== undefined);
  if (pieces.length === 0) return [field];
  const valueStart = (parsed[first]?.item?.listStart ?? 0) + (parts[first]?.start ?? 0);
  const valueEnd = (parsed[last]?.item?.listEnd ?? 0) + (parts[last]?.start ?? 0);
  return [{ ...field, list: true, valueStart, valueEnd, pieces }];
}

function faultsAt(text: Text, part: Part | undefined, read: ParsedPart | undefined): LoadFault[] {
  if (!part || !read) return [];
  const moved = read.faults.map((fault) => ({
    ...fault,
    start: fault.start + part.start,
    end: fault.end + part.start,
  }));
  return read.broken ? [...goYamlFault(text, part), ...moved] : moved;
}

/** go-yaml's words tell the line, which changes with the text above. */
function goYamlFault(text: Text, part: Part): LoadFault[] {
  const { isolated, shift } = isolate(text.slice(part.start, part.end), part);
  const above = linesBefore(text, part.start) - 1;
  const read = readGoYaml(isolated, above);
  if (!('problem' in read)) return [];
  return [syntaxFault(text, { ...read, offset: read.offset - shift + part.start })];
}

function linesBefore(text: Text, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
