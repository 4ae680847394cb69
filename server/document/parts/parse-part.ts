import { isMap, isSeq } from 'yaml';
import { compose } from '../compose';
import { controlCharacter } from '../control-characters';
import type { LoadFault } from '../fault';
import { readGoYaml } from '../go-yaml';
import { itemStart, type Piece, type TopLevelField, topLevelField } from '../top-level';
import { TreeBuilder } from '../tree';
import type { Part } from './cut';
import { plainField } from './plain-field';
import { plainItem } from './plain-item';

/** What is in a part. Offsets count from the part's start. What has not changed is the same object. */
export interface ParsedPart {
  /** Of a field, or of the beginning of one. */
  readonly field?: TopLevelField | undefined;
  readonly item?: Item | undefined;
  readonly faults: readonly LoadFault[];
  /** Whether go-yaml gives up in it. */
  readonly broken: boolean;
}

export interface Item extends Piece {
  /** Of the list that it is the only item of. */
  readonly listStart: number;
  readonly listEnd: number;
}

/**
 * What makes a part depend on others, or the readers differ in what a line is: anchors and aliases, tags, tabs,
 * rare line breaks.
 */
const apart = /(?:^|[\s,[{:-])[&*!]|[\t\u0085\u2028\u2029\uFEFF]|\r(?!\n)/;
const oddLines = /[\u0085\u2028\u2029\uFEFF]|\r(?!\n)/;
/** Leaving so many levels at once, the `yaml` package would need more stack than there is. */
const deep = /(?:^|\n)[ -]{400}/;
/** Its value depends on how the text ends. */
const blockScalarAtEnd = /[|>][-+\d]*\s*(?:#.*)?\r?\n/;

const nothing: ParsedPart = { faults: [], broken: false };

/** For what takes long. */
export interface Patience {
  /** How many parts may still do so. */
  parts: number;
  /** UTF-16 code units of each. */
  readonly length: number;
}

/**
 * Reads a part on its own; `undefined` where it does not mean the same then, `too-large` where that would take too long.
 */
export function parsePart(own: string, part: Part, patience: Patience): ParsedPart | 'too-large' | undefined {
  const plain = apart.test(own) ? undefined : plainPart(own, part);
  if (plain) return plain;
  patience.parts--;
  return own.length > patience.length || patience.parts < 0 ? 'too-large' : parseAnyPart(own, part);
}

/** What is written as most is, without them. */
export function plainPart(own: string, part: Part): ParsedPart | undefined {
  const item = plainItem(own, part);
  const field = item ? undefined : plainField(own, part);
  if (item) return { item, faults: [], broken: false };
  return field && { field, faults: [], broken: false };
}

/** The same with the readers that know all of YAML. */
export function parseAnyPart(own: string, part: Part): ParsedPart | undefined {
  if (part.kind === 'blank') return oddLines.test(own) || controlCharacter(own) ? undefined : nothing;
  const ended = own.endsWith('\n');
  if (apart.test(own) || deep.test(own) || controlCharacter(own)) return undefined;
  if (!ended && blockScalarAtEnd.test(own)) return undefined;
  const { isolated, shift } = isolate(own, part);
  const read = readGoYaml(isolated);
  const broken = 'problem' in read;
  const end = shift + own.length;
  if (broken ? read.offset >= end || isUnclosed(read.problem) : read.end < isolated.length) return undefined;
  const root = compose(isolated);
  if (!isMap(root)) return undefined;
  const builder = new TreeBuilder(isolated);
  const found = part.kind === 'item' ? itemIn(root.items, builder, end) : fieldIn(root.items, builder, end);
  // Its value, which go-yaml's words about a bad key have in them, is in other parts.
  if (!found || (part.kind === 'head' && !found.field)) return undefined;
  const faults = builder.faults.map((fault) => ({
    ...fault,
    start: fault.start - shift,
    end: fault.end - shift,
  }));
  return { ...moved(found, -shift), faults, broken };
}

/** Quoted text that goes on where the part ends. */
function isUnclosed(problem: string): boolean {
  return /unexpected (?:end of stream|document indicator)/.test(problem);
}

/** The part between what stands around it, so that the readers come to it and leave it in the same state. */
export function isolate(own: string, part: Part): { isolated: string; shift: number } {
  const before = part.kind === 'item' ? 'k:\n' : 'k: k\n';
  const lineBreak = own.endsWith('\n') ? '' : '\n';
  const after = part.kind === 'item' && part.followed ? `${' '.repeat(part.column)}- k` : 'k: k';
  return { isolated: before + own + lineBreak + after, shift: before.length };
}

type YamlPairs = readonly { readonly key: unknown; readonly value: unknown }[];
type Found = Pick<ParsedPart, 'field' | 'item'>;

function itemIn([pair]: YamlPairs, builder: TreeBuilder, end: number): Found | undefined {
  const list = pair?.value;
  if (!isSeq(list) || list.items.length === 0) return undefined;
  const [item, ...others] = list.items as unknown[];
  const [listStart, , listEnd] = list.range ?? [0, 0, 0];
  const start = itemStart(item) ?? listStart;
  if (start >= end || others.some((other) => (itemStart(other) ?? 0) < end)) return undefined;
  const node = builder.buildItem(item, start, start);
  if (reachesOver({ base: start, node }, end)) return undefined;
  return { item: { base: start, node, listStart, listEnd: Math.min(listEnd, end) } };
}

function fieldIn(pairs: YamlPairs, builder: TreeBuilder, end: number): Found | undefined {
  const [, pair, after] = pairs;
  if (pairs.length !== 3 || !pair || !after) return undefined;
  const [field] = topLevelField(pair, builder, false);
  if (field?.pieces.toArray().some((piece) => reachesOver(piece, end))) return undefined;
  return { field };
}

/** Behind a fault the `yaml` package may still find quoted text that is not closed, and take what follows for it. */
function reachesOver({ base, node }: Piece, end: number): boolean {
  return base + node.end > end;
}

/** The same, counted from another place. */
function moved({ field, item }: Found, by: number): Found {
  if (item) {
    const { base, node, listStart, listEnd } = item;
    return { item: { base: base + by, node, listStart: listStart + by, listEnd: listEnd + by } };
  }
  return { field: field && movedField(field, by) };
}

export function movedField(field: TopLevelField, by: number): TopLevelField {
  return {
    ...field,
    keyStart: field.keyStart + by,
    keyEnd: field.keyEnd + by,
    valueStart: field.valueStart + by,
    valueEnd: field.valueEnd + by,
    pieces: field.pieces.moved(by),
  };
}
