import type { MappingNode, SequenceNode } from '../../document/node';
import { addField } from '../../edits/add-field';
import type { Edit } from '../../edits/edit';
import { addItem } from '../../edits/items';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import { removeTopLevel } from '../../edits/top-level';
import type { Fix } from '../rule';
import { fix } from './fix';
import { innermost, isEmpty, plainValue, quoted, textOf, textsOf, writtenAs } from './values';
import type { Mistyped } from './wrong-type';

/** A number, a boolean, a list or a mapping where text belongs. */
export function textFixes(mistyped: Mistyped): Fix[] {
  const { node, expected } = mistyped.fault;
  if (expected.endsWith('.ExecInteractiveMode') && node.kind === 'scalar') return modeFixes(mistyped);
  if (node.kind === 'scalar') return fix('safe', 'Put the value in quotes', quote(mistyped));
  return node.kind === 'sequence' ? fromList(mistyped, node) : fromMapping(mistyped, node);
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
  const field = fieldOf(mistyped);
  const set = (title: string, text: string) => fix('repair', title, setValue(document, entry, path, text));
  // A dash that is an argument itself.
  const isItem = typeof path.at(-1) === 'number';
  if (isItem && !list.flow && isEmpty(list)) return set('Put the dash in quotes', '-');
  if (isEmpty(list)) return removed(mistyped);
  const inner = innermost(list);
  const only = textOf(inner);
  if (only !== undefined) return set('Write the one item as text', only);
  if (inner.kind === 'mapping' && !isFree(field)) return fromMapping(mistyped, inner);
  const texts = textsOf(inner);
  if (!texts || (field === 'value' && list.flow)) return written(mistyped);
  if (field === 'command' && texts.length > 1) return splitCommand(mistyped, texts);
  return set('Join the items', texts.join(isItem || field === 'installHint' ? ' ' : ','));
}

/** The field that a value or the list of it belongs to. */
function fieldOf({ entry, fault: { path } }: Mistyped): string {
  return String([...entry.path, ...path].findLast((step) => typeof step === 'string'));
}

/** Whether any text may stand there, JSON for example. */
function isFree(field: string): boolean {
  return /^(?:value|installHint|args)$/.test(field);
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

function fromMapping(mistyped: Mistyped, node: MappingNode): Fix[] {
  const { document, entry, fault } = mistyped;
  const { pairs } = node;
  if (pairs.length === 0) return removed(mistyped);
  const named = pairs.find(({ name }) => name === 'name');
  const only = pairs.length === 1 ? pairs[0] : undefined;
  const text = isFree(fieldOf(mistyped)) ? undefined : textOf((named ?? only)?.value);
  if (text === undefined) return written(mistyped);
  const title = only ? 'Write the one value as text' : 'Write the name alone';
  return fix(only ? 'repair' : 'choice', title, setValue(document, entry, fault.path, text));
}

/** What is in brackets or on one line, taken for text; what has lines of its own, as JSON that somebody may want. */
function written(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path } = fault;
  const field = fieldOf(mistyped);
  const raw = writtenAs(document, entry, node);
  const isShort = node.kind !== 'scalar' && (node.flow || !raw.includes('\n'));
  if (isShort && isFree(field)) {
    return fix(
      'repair',
      'Put the value in quotes',
      setValue(document, entry, path, raw.replace(/\s*\n\s*/g, ' ')),
    );
  }
  const json = isFree(field) ? setValue(document, entry, path, JSON.stringify(plainValue(node))) : [];
  return fix('repair', 'Write it as JSON in quotes', json);
}

/** Nothing is in it that could be kept. */
function removed({ document, entry, fault: { path } }: Mistyped): Fix[] {
  const whole = path.length === 0 ? document.field(entry.section) : undefined;
  if (whole) return fix('repair', 'Remove the empty value', removeTopLevel(document, whole));
  const item = typeof path.at(-1) === 'number';
  const edits = item ? setValue(document, entry, path, '') : removeField(document, entry, path);
  return fix('repair', item ? 'Write an empty text' : 'Remove the empty value', edits);
}
