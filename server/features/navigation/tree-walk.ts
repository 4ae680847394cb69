import type { Field, LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import type { Span } from './spans';

/** A part of a document that is written in one place. Offsets are absolute. */
export interface Part extends Span {
  readonly kind: 'field' | 'list' | 'item' | 'pair' | 'mapping' | 'key' | 'scalar';
  readonly node?: LocatedNode;
  /** Whether it stands in brackets of its own. */
  readonly flow: boolean;
  readonly parts: readonly Part[];
}

/** The parts of a document from its top level down; each is inside of the one around it. */
export function partsOf(document: LocatedDocument): Part[] {
  const parts = document.fields.map((field) => fieldPart(document.text, field));
  return ordered(parts, { start: 0, end: document.text.length });
}

function fieldPart(text: string, field: Field): Part {
  const { keyStart, keyEnd, entries } = field;
  const trimmed = keyStart + text.slice(keyStart, Math.max(keyEnd, field.valueEnd)).trimEnd().length;
  const range = { start: keyStart, end: Math.max(keyEnd, trimmed) };
  const key: Part = { kind: 'key', start: keyStart, end: keyEnd, flow: false, parts: [] };
  const [only] = entries;
  if (!field.list) {
    const value = only ? ordered([nodePart(only.node, only.base)], range) : [];
    return { kind: 'field', ...range, flow: false, parts: ordered([key, ...value], range) };
  }
  const items = entries.map(({ node, base }) => itemPart(node, base));
  const flow = text[field.valueStart] === '[';
  const first = items.find((item) => item.start >= keyEnd);
  const list = {
    start: flow ? field.valueStart : first ? dashBefore(text, first.start) : range.end,
    end: range.end,
  };
  const part: Part = { kind: 'list', ...list, flow, parts: ordered(items, list) };
  return { kind: 'field', ...range, flow: false, parts: ordered([key, part], range) };
}

function itemPart(node: LocatedNode, base: number): Part {
  return { ...nodePart(node, base), kind: 'item' };
}

function nodePart(node: LocatedNode, base: number): Part {
  const range = { start: base + node.start, end: base + node.end };
  if (node.kind === 'scalar') return { kind: 'scalar', node, ...range, flow: false, parts: [] };
  if (node.kind === 'sequence') {
    const items = node.items.map((item) => itemPart(item, base));
    return { kind: 'list', node, ...range, flow: node.flow, parts: ordered(items, range) };
  }
  const pairs = node.pairs.flatMap((pair): Part[] => {
    if (pair.merged) return [];
    const key = { start: base + pair.key.start, end: base + pair.key.end };
    const value = nodePart(pair.value, base);
    const here = value.start >= key.end && value.end <= range.end;
    const parts: Part[] = [{ kind: 'key', ...key, flow: false, parts: [] }];
    if (here) parts.push(value);
    return [{ kind: 'pair', start: key.start, end: here ? value.end : key.end, flow: false, parts }];
  });
  return { kind: 'mapping', node, ...range, flow: node.flow, parts: ordered(pairs, range) };
}

/** In the order of the text, without what stands elsewhere, as behind an alias, or in another part. */
function ordered(parts: readonly Part[], within: Span): Part[] {
  let end = within.start;
  const inOrder = parts.every((part, index) => index === 0 || (parts[index - 1]?.start ?? 0) <= part.start);
  const sorted = inOrder ? parts : parts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((part) => {
    if (part.start < end || part.end > within.end || part.end < part.start) return false;
    end = part.end;
    return true;
  });
}

/** Of the dash of an item in a block; there may be an anchor, a tag or comments behind it. */
export function dashBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 300), start);
  const found = /(?<=^|\s)-(?:\s|#.*|[&!]\S+)*$/.exec(before);
  return found ? start - before.length + found.index : start;
}
