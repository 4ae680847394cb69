import type { LocatedNode, SequenceNode } from '../../document/node';
import { addField } from '../../edits/add-field';
import type { Edit } from '../../edits/edit';
import { addItem } from '../../edits/items';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { quoted, textOf, textsOf, writtenAs } from './values';
import type { Mistyped } from './wrong-type';

/** A number, a boolean, a list or a mapping where text belongs. */
export function textFixes(mistyped: Mistyped): Fix[] {
  const { node, expected } = mistyped.fault;
  if (expected.endsWith('.ExecInteractiveMode') && node.kind === 'scalar') return modeFixes(mistyped);
  if (node.kind === 'scalar') return fix('repair', 'Put the value in quotes', quote(mistyped));
  return node.kind === 'sequence' ? fromList(mistyped, node) : fromMapping(mistyped);
}

/** Exactly as it is written, so that 010 does not become 8. */
function quote({ document, entry, fault: { node } }: Mistyped): Edit[] {
  const text = textOf(node);
  if (text === undefined) return [];
  const [start, end] = [entry.base + node.start, entry.base + node.end];
  // A tag turns even quoted text into a number.
  const tag = /!!(?:int|float|bool)(?=\s+$)/.exec(document.text.slice(Math.max(0, start - 40), start))?.[0];
  const at = tag ? document.text.lastIndexOf(tag, start) : 0;
  const other = tag ? [{ start: at, end: at + tag.length, newText: '!!str' }] : [];
  return [...other, { start, end, newText: quoted(document, text) }];
}

/** False is how one says that nothing may be asked. */
function modeFixes({ document, entry, fault: { node, path } }: Mistyped): Fix[] {
  const mode = node.kind === 'scalar' && node.value === false ? 'Never' : 'IfAvailable';
  return fix('repair', `Write "${mode}"`, setValue(document, entry, path, mode));
}

function fromList(mistyped: Mistyped, list: SequenceNode): Fix[] {
  const { document, entry, fault } = mistyped;
  const { path } = fault;
  const texts = textsOf(list);
  const whole = [...entry.path, ...path];
  const set = (title: string, text: string) => fix('repair', title, setValue(document, entry, path, text));
  if (list.items.length === 0) return removed(mistyped);
  // A list in a list of arguments: a dash too many, or the dash that is an argument itself.
  if (typeof path.at(-1) === 'number' && texts) {
    const only = texts.length === 1 ? texts[0] : undefined;
    return set(...(only ? (['Write the item as text', only] as const) : dashOrText(mistyped, texts)));
  }
  if (!texts) return written(mistyped);
  if (whole.at(-1) === 'command' && texts.length > 1) return splitCommand(mistyped, texts);
  if (texts.length === 1) return set('Write the one item as text', texts[0] ?? '');
  if (whole.at(-1) === 'value' && list.flow) return written(mistyped);
  return set('Join the items', texts.join(whole.at(-1) === 'installHint' ? ' ' : ','));
}

function dashOrText({ fault: { node } }: Mistyped, texts: readonly string[]): readonly [string, string] {
  const dash = texts.join('') === '' && node.kind === 'sequence' && !node.flow;
  return dash ? ['Put the dash in quotes', '-'] : ['Write the items as one text', texts.join(' ')];
}

/** `command: [aws, eks, get-token]` is a whole command line. */
function splitCommand({ document, entry, fault: { path } }: Mistyped, texts: readonly string[]): Fix[] {
  const exec = path.slice(0, -1);
  const [command = '', ...args] = texts;
  const before = entry.at(...exec, 'args');
  const added =
    before?.kind === 'sequence'
      ? args.flatMap((text) => addItem(document, entry, [...exec, 'args'], text, { before: 0 }))
      : addField(document, entry, exec, 'args', args, { before: 'command' });
  const edits = added.length > 0 ? [...setValue(document, entry, path, command), ...added] : [];
  return fix('repair', 'Move all but the first item to "args"', edits);
}

function fromMapping(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path } = fault;
  const pairs = node.kind === 'mapping' ? node.pairs : [];
  if (pairs.length === 0) return removed(mistyped);
  const named = pairs.find(({ name }) => name === 'name');
  const only = pairs.length === 1 ? pairs[0] : undefined;
  const free = /^(?:value|installHint|args)$/.test(String(path.findLast((step) => typeof step === 'string')));
  const text = textOf((free ? undefined : (named ?? only))?.value);
  if (text === undefined) return written(mistyped);
  const edits = setValue(document, entry, path, text);
  return fix(
    only ? 'repair' : 'choice',
    only ? 'Write the one value as text' : 'Write the name alone',
    edits,
  );
}

/** What is in brackets, taken for text: JSON that a variable is to hold. */
function written({ document, entry, fault: { node, path } }: Mistyped): Fix[] {
  const flat = isFlow(node) ? writtenAs(document, entry, node).replace(/\s*\n\s*/g, ' ') : undefined;
  const edits = flat === undefined ? [] : setValue(document, entry, path, flat);
  return fix('repair', 'Put the value in quotes', edits);
}

function isFlow(node: LocatedNode): boolean {
  return node.kind !== 'scalar' && node.flow;
}

/** Nothing is in it that could be kept. */
function removed({ document, entry, fault: { path } }: Mistyped): Fix[] {
  const item = typeof path.at(-1) === 'number';
  const edits = item ? setValue(document, entry, path, '') : removeField(document, entry, path);
  return fix('repair', item ? 'Write an empty text' : 'Remove the empty value', edits);
}
