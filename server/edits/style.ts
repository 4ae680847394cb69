import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import { columnOf, indentationAt, isFirstOnLine } from './lines';

/** How a document is written, so that what is added looks like the rest. */
export interface Style {
  /** Keys and text in double quotes, collections in brackets: JSON, or YAML that looks like it. */
  readonly json: boolean;
  /** Spaces per level, or tabs. */
  readonly indent: number;
  /** Levels are made of tabs, as YAML allows in brackets only. */
  readonly tabs: boolean;
  /** Spaces between a key and the dashes of the list below it. */
  readonly listIndent: number;
  /** The quotes around text that needs none; empty: no quotes. */
  readonly quote: '' | "'" | '"';
  readonly lineBreak: string;
}

const usual = 2;

/** Looks at the beginning of a document, not at all of it. */
export function styleOf(document: LocatedDocument): Style {
  const { text } = document;
  const json = isFlowRoot(document) && text[document.fields[0]?.keyStart ?? 0] !== "'" && isQuoted(document);
  return {
    json,
    indent: json ? jsonIndent(document) : blockIndent(document),
    tabs: json && indentationAt(text, document.fields[0]?.keyStart ?? 0).startsWith('\t'),
    listIndent: listIndent(document),
    quote: json ? '"' : quoteOf(document),
    lineBreak: /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n',
  };
}

/** Whether the whole document is in braces. */
export function isFlowRoot({ text, fields }: LocatedDocument): boolean {
  const [first] = fields;
  if (!first) return /^[\s\uFEFF]*\{/.test(text);
  return /[{,]\s*$/.test(text.slice(0, first.keyStart));
}

function isQuoted({ text, fields }: LocatedDocument): boolean {
  const [first] = fields;
  return first ? text[first.keyStart] === '"' : true;
}

function jsonIndent({ text, fields }: LocatedDocument): number {
  const [first] = fields;
  return first && isFirstOnLine(text, first.keyStart) ? columnOf(text, first.keyStart) : usual;
}

/** From the first key that stands below another one on a line of its own. */
function blockIndent(document: LocatedDocument): number {
  const { text } = document;
  for (const { entries } of document.fields) {
    for (const { base, node } of entries) {
      if (node.kind !== 'mapping' || node.flow) continue;
      for (const { key, value, merged } of node.pairs) {
        const below = value.kind === 'mapping' && !value.flow ? value.pairs[0] : undefined;
        if (!below || merged || below.merged) continue;
        const width = columnOf(text, base + below.key.start) - columnOf(text, base + key.start);
        if (width > 0) return width;
      }
    }
  }
  return usual;
}

/** From the first list that begins on a line of its own. */
function listIndent({ text, fields }: LocatedDocument): number {
  for (const { list, keyStart, entries } of fields) {
    const [first] = entries;
    if (!list || !first) continue;
    const dash = text.lastIndexOf('-', first.base + first.node.start);
    if (dash > keyStart && isFirstOnLine(text, dash)) {
      return Math.max(0, columnOf(text, dash) - columnOf(text, keyStart));
    }
  }
  return 0;
}

/** The quotes of a value that could do without: the server of a cluster, a command, or a name. */
function quoteOf({ text, fields }: LocatedDocument): '' | "'" | '"' {
  for (const { entries } of fields) {
    for (const { base, node } of entries) {
      const name = pairOf(node, 'name')?.value;
      const value = node.kind === 'scalar' ? node : name;
      if (value?.kind !== 'scalar' || typeof value.value !== 'string' || value.value === '') continue;
      const mark = text[base + value.start];
      return mark === '"' || mark === "'" ? mark : '';
    }
  }
  return '';
}
