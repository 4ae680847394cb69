import type { Field, LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import type { Span } from './spans';

/** A part of a document that is written in one place. Offsets are absolute. */
export interface Part extends Span {
  readonly kind: 'field' | 'list' | 'item' | 'pair' | 'mapping' | 'key' | 'scalar';
  /** Whether it stands in brackets of its own. */
  readonly flow: boolean;
  /** In the order of the text, each inside of this one. Made when asked for: most parts are not looked into. */
  parts(): readonly Part[];
}

const none = (): readonly Part[] => [];

/** The parts of the top level. */
export function partsOf({ text, fields }: LocatedDocument): readonly Part[] {
  const parts = fields.map((field) => fieldPart(text, field));
  return ordered(parts, { start: 0, end: text.length });
}

function fieldPart(text: string, field: Field): Part {
  const { keyStart, keyEnd, valueEnd } = field;
  const range = { start: keyStart, end: trimmedEnd(text, keyEnd, Math.max(keyEnd, valueEnd)) };
  const key: Part = { kind: 'key', start: keyStart, end: keyEnd, flow: false, parts: none };
  const parts = () => ordered([key, ...valueParts(text, field, range.end)], range);
  return { kind: 'field', ...range, flow: false, parts };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function valueParts(text: string, { list, entries, keyEnd, valueStart }: Field, end: number): Part[] {
  if (!list) return entries.map(({ node, base }) => nodePart(node, base));
  const items = () => entries.map(({ node, base }) => itemPart(node, base));
  const flow = text[valueStart] === '[';
  const first = entries.find(({ node, base }) => base + node.start >= keyEnd);
  const dash = first ? dashBefore(text, first.base + first.node.start) : end;
  const range = { start: flow ? valueStart : dash, end };
  return [{ kind: 'list', ...range, flow, parts: () => ordered(items(), range) }];
}

function itemPart(node: LocatedNode, base: number): Part {
  return { ...nodePart(node, base), kind: 'item' };
}

function nodePart(node: LocatedNode, base: number): Part {
  const range = { start: base + node.start, end: base + node.end };
  if (node.kind === 'scalar') return { kind: 'scalar', ...range, flow: false, parts: none };
  const { flow } = node;
  if (node.kind === 'sequence') {
    const items = () => node.items.map((item) => itemPart(item, base));
    return { kind: 'list', ...range, flow, parts: () => ordered(items(), range) };
  }
  const pairs = () => node.pairs.flatMap((pair) => pairPart(pair, base, range.end));
  return { kind: 'mapping', ...range, flow, parts: () => ordered(pairs(), range) };
}

type NodePair = Extract<LocatedNode, { kind: 'mapping' }>['pairs'][number];

function pairPart({ key, value, merged }: NodePair, base: number, limit: number): Part[] {
  if (merged) return [];
  const name: Part = { kind: 'key', start: base + key.start, end: base + key.end, flow: false, parts: none };
  const content = nodePart(value, base);
  // What an alias stands for is elsewhere.
  const here = content.start >= name.end && content.end <= limit;
  const end = here ? content.end : name.end;
  return [
    { kind: 'pair', start: name.start, end, flow: false, parts: () => (here ? [name, content] : [name]) },
  ];
}

/** In the order of the text, without what stands elsewhere, as behind an alias, or in another part. */
function ordered(parts: readonly Part[], within: Span): readonly Part[] {
  let end = within.start;
  const inOrder = parts.every((part, index) => index === 0 || (parts[index - 1]?.start ?? 0) <= part.start);
  const sorted = inOrder ? parts : parts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((part) => {
    if (part.start < end || part.end > within.end || part.end < part.start) return false;
    end = part.end;
    return true;
  });
}

/** Of the dash of an item in a block: on its line, or on one before it with nothing but comments between. */
export function dashBefore(text: string, start: number): number {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  const own = /-[ \t]*(?:[&!]\S+[ \t]+)*$/.exec(text.slice(Math.max(from, start - 300), start));
  if (own) return start - own[0].length;
  for (let lines = 0; from > 0 && lines < mostComments; lines++) {
    const end = from - 1;
    from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(from, end);
    const dashes = /^[ \t]*(?:-[ \t]+)*(?=-[ \t]*(?:[&!]\S+[ \t]*)?(?:#.*)?\r?$)/.exec(line);
    if (dashes) return from + dashes[0].length;
    if (!/^[ \t]*(?:#.*)?\r?$/.test(line)) break;
  }
  return start;
}

/** Lines between a dash and its item. */
const mostComments = 20;
