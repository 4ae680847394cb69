import type { LoadFault } from '../fault';
import { readGoYaml } from '../go-yaml';
import { syntaxFault } from '../syntax-faults';
import type { TopLevel, TopLevelField } from '../top-level';
import { cut, type Part } from './cut';
import { type Common, common } from './difference';
import { isolate, movedField, type ParsedPart, parsePart } from './parse-part';

/** A text that was read part by part. */
export interface PartsReading {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly parsed: readonly ParsedPart[];
  readonly topLevel: TopLevel;
  /** In the order of the text. */
  readonly faults: readonly LoadFault[];
  /** How many parts were not taken over from the reading before. */
  readonly read: number;
}

/**
 * Reads a text part by part, taking over from an earlier reading what has not changed. `undefined`: it has to
 * be read as a whole. The result is that of reading it anew, and, if nothing is wrong with it, that of reading
 * it as a whole.
 */
export function readParts(text: string, before?: PartsReading): PartsReading | undefined {
  const same = before && common(before.text, text);
  const parts = cut(text, before && same && { parts: before.parts, text: before.text, same });
  if (!parts) return undefined;
  const known = before && same && taker(before, text, same);
  const parsed: ParsedPart[] = [];
  let read = 0;
  for (const part of parts) {
    const old = known?.(part);
    const found = old ?? parsePart(text, part);
    if (!found) return undefined;
    if (!old) read++;
    parsed.push(found);
  }
  const fields = fieldsOf(parts, parsed);
  const topLevel: TopLevel = fields.length > 0 ? { kind: 'fields', fields } : { kind: 'empty' };
  return { text, parts, parsed, topLevel, faults: faultsOf(text, parts, parsed), read };
}

/** Finds what was read of a part before, if neither it nor where it stands in its list has changed. */
function taker({ text: old, parts, parsed }: PartsReading, text: string, { start, end }: Common) {
  const by = old.length - text.length;
  const index = new Map(parts.map((part, at) => [part.start, at]));
  return (part: Part): ParsedPart | undefined => {
    const shift = part.end <= start ? 0 : part.start >= text.length - end ? by : undefined;
    const at = shift === undefined ? undefined : index.get(part.start + shift);
    const same = at === undefined ? undefined : parts[at];
    if (at === undefined || !same || shift === undefined) return undefined;
    const fits =
      same.end === part.end + shift &&
      same.kind === part.kind &&
      same.column === part.column &&
      same.followed === part.followed;
    return fits ? parsed[at] : undefined;
  };
}

function fieldsOf(parts: readonly Part[], parsed: readonly ParsedPart[]): TopLevelField[] {
  const fields: TopLevelField[] = [];
  for (const [index, part] of parts.entries()) {
    const { field, item } = parsed[index] ?? {};
    if (field) fields.push(movedField(field, part.start));
    const list = item && fields.at(-1);
    if (!item || !list) continue;
    const piece = { base: item.base + part.start, node: item.node };
    const valueEnd = item.listEnd + part.start;
    if (list.list) {
      (list.pieces as (typeof piece)[]).push(piece);
      fields[fields.length - 1] = { ...list, valueEnd };
    } else {
      const valueStart = item.listStart + part.start;
      fields[fields.length - 1] = { ...list, list: true, valueStart, valueEnd, pieces: [piece] };
    }
  }
  return fields;
}

function faultsOf(text: string, parts: readonly Part[], parsed: readonly ParsedPart[]): LoadFault[] {
  return parts.flatMap((part, index) => {
    const { faults = [], broken = false } = parsed[index] ?? {};
    const moved = faults.map((fault) => ({
      ...fault,
      start: fault.start + part.start,
      end: fault.end + part.start,
    }));
    return broken ? [...goYamlFault(text, part), ...moved] : moved;
  });
}

/** go-yaml's words tell the line, which changes with the text above. */
function goYamlFault(text: string, part: Part): LoadFault[] {
  const { isolated, shift } = isolate(text.slice(part.start, part.end), part);
  const above = linesBefore(text, part.start) - 1;
  const read = readGoYaml(isolated, above);
  if (!('problem' in read)) return [];
  return [syntaxFault(text, { ...read, offset: read.offset - shift + part.start })];
}

function linesBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
