import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { entriesOf, type LocatedNode } from '../../document/node';
import type { Value } from '../../edits/render';
import { scalarText } from '../../edits/scalar';
import { styleOf } from '../../edits/style';

/** A scalar as its author wrote it, as text: `010`, not 8. `undefined` for nothing and for collections. */
export function textOf(node: LocatedNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

/** The items of a list of scalars as text; nothing is the empty text. `undefined` for any other node. */
export function textsOf(node: LocatedNode): string[] | undefined {
  if (node.kind !== 'sequence') return undefined;
  const texts = node.items.map((item) => (isNull(item) ? '' : textOf(item)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The members of a mapping of scalars, likewise. */
export function membersOf(node: LocatedNode): [name: string, text: string][] | undefined {
  if (node.kind !== 'mapping') return undefined;
  const members = [...entriesOf(node)].map(([name, { value }]) => [name, isNull(value) ? '' : textOf(value)]);
  return members.every(([, text]) => text !== undefined) ? (members as [string, string][]) : undefined;
}

export function isNull(node: LocatedNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** What is in lists of one: `[[a]]` is a. */
export function innermost(node: LocatedNode): LocatedNode {
  const [only, ...others] = node.kind === 'sequence' ? node.items : [];
  return only && others.length === 0 ? innermost(only) : node;
}

/** Whether nothing is written in a value: empty text, brackets with nothing in them. */
export function isEmpty(node: LocatedNode): boolean {
  if (node.kind === 'scalar') return node.value === null || node.value === '';
  return node.kind === 'mapping' ? node.pairs.length === 0 : node.items.every(isEmpty);
}

/** The text of a node as it stands in the document. */
export function writtenAs({ text }: LocatedDocument, { base }: Entry, { start, end }: LocatedNode): string {
  return text.slice(base + start, base + end);
}

/** Text in the quotes of the document, wherever it is put. */
export function quoted(document: LocatedDocument, text: string): string {
  return scalarText(text, { flow: true, quote: styleOf(document).quote });
}

/** The words of a command line as a shell splits it: at blanks, but for what is in quotes. */
export function wordsOf(line: string): string[] {
  const words = line.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) =>
      double === undefined ? (single ?? escaped) : double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}

/** What kubectl makes of a node, where nothing else of it counts. */
export function plainValue(node: LocatedNode): Value {
  if (node.kind === 'sequence') return node.items.map(plainValue);
  if (node.kind === 'mapping') {
    return Object.fromEntries([...entriesOf(node)].map(([name, { value }]) => [name, plainValue(value)]));
  }
  return typeof node.value === 'bigint' ? node.source : node.value;
}
