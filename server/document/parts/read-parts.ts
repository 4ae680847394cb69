import type { LoadFault } from '../fault';
import { readGoYaml } from '../go-yaml';
import { unlimited } from '../sizes';
import { syntaxFault } from '../syntax-faults';
import type { Text } from '../text';
import type { TopLevel, TopLevelField } from '../top-level';
import { type Cut, cut, type Part } from './cut';
import { common } from './difference';
import { fieldsOf } from './fields';
import { indices, spliced, startsOf } from './kept-parts';
import { ownText } from './own-text';
import { isolate, type ParsedPart, parsePart } from './parse-part';

/** A part, with what is in it. */
export type ReadPart = Part & ParsedPart;

/** A text that was read part by part. */
export interface PartsReading extends Cut {
  readonly text: Text;
  readonly parts: readonly ReadPart[];
  /** The indices of the parts that are fields, or the beginnings of some. */
  readonly heads: readonly number[];
  /** What begins with each of these. */
  readonly fields: readonly TopLevelField[];
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
  // All of it is read: as one string that is quickest, and it is there already.
  const source = before === nothing ? text.toString() : text;
  const found = cut(source, { parts: before.parts, starts: before.starts, text: before.text, same });
  if (!found) return undefined;
  const { kept, changed } = found;
  const starts = startsOf(before, found, text.length - before.text.length);
  const read: ReadPart[] = [];
  const patience = { parts: limits.unusualParts, length: limits.unusualPart };
  for (const [index, part] of changed.entries()) {
    const start = starts[kept.first + index] ?? 0;
    const end = start + part.length;
    // The first text may stay: all items are cut from it.
    const own = before === nothing ? source.slice(start, end) : ownText(source, start, end);
    const parsed = parsePart(own, part, patience);
    if (parsed === undefined || parsed === 'too-large') return parsed;
    read.push(readPart(part, parsed));
  }
  const parts = spliced(before.parts, kept, read);
  const heads = indices(before.heads, before.parts.length, kept, read, ({ field }) => field !== undefined);
  const faulty = indices(before.faulty, before.parts.length, kept, read, isFaulty);
  const fields = fieldsOf({ parts, starts, heads }, before, kept);
  const topLevel: TopLevel = fields.length > 0 ? { kind: 'fields', fields } : { kind: 'empty' };
  const faults = faulty.flatMap((index) => faultsAt(text, starts[index], parts[index]));
  return { text, parts, starts, heads, fields, faulty, topLevel, faults, read: changed.length };
}

/** All of one shape: the engine walks through thousands of them faster. */
function readPart(
  { kind, length, column, followed }: Part,
  { field, item, faults, broken }: ParsedPart,
): ReadPart {
  return { kind, length, column, followed, field, item, faults, broken };
}

const nothing: PartsReading = {
  text: '',
  parts: [],
  starts: [],
  heads: [],
  fields: [],
  faulty: [],
  topLevel: { kind: 'empty' },
  faults: [],
  read: 0,
};

function isFaulty({ broken, faults }: ParsedPart): boolean {
  return broken || faults.length > 0;
}

function faultsAt(text: Text, at = 0, part?: ReadPart): LoadFault[] {
  if (!part) return [];
  const moved = part.faults.map((fault) => ({ ...fault, start: fault.start + at, end: fault.end + at }));
  return part.broken ? [...goYamlFault(text, at, part), ...moved] : moved;
}

/** go-yaml's words tell the line, which changes with the text above. */
function goYamlFault(text: Text, at: number, part: Part): LoadFault[] {
  const { isolated, shift } = isolate(text.slice(at, at + part.length), part);
  const above = linesBefore(text, at) - 1;
  const read = readGoYaml(isolated, above);
  if (!('problem' in read)) return [];
  return [syntaxFault(text, { ...read, offset: read.offset - shift + at })];
}

function linesBefore(text: Text, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
