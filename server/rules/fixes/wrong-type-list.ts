import type { LocatedNode, MappingNode } from '../../document/node';
import { removeItem } from '../../edits/items';
import type { Value } from '../../edits/render';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { isEmpty, membersOf, textOf, textsOf, wordsOf } from './values';
import type { Mistyped } from './wrong-type';
import { mappingFixes } from './wrong-type-mapping';
import { asItems, asOnlyItem } from './wrong-type-named';

/** A text or a mapping where a list belongs. */
export function listFixes(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path, expected } = fault;
  if (expected === '[]v1.ExecEnvVar' && node.kind === 'mapping') return variablesIn(mistyped, node);
  const items = expected === '[]v1.ExecEnvVar' ? variables(node) : texts(node, path.at(-1) === 'args');
  if (!items) return [];
  const title =
    items.length === 0 ? 'Write an empty list' : items.length === 1 ? 'Make it a list' : titleOf(node);
  return fix('repair', title, setValue(document, entry, path, items));
}

function titleOf(node: LocatedNode): string {
  return node.kind === 'scalar' ? 'Make it a list of its words' : 'Make it a list';
}

/** Only a command line is split into words. */
function texts(node: LocatedNode, split: boolean): string[] | undefined {
  const text = textOf(node);
  if (text !== undefined) return split ? argumentsIn(text) : text === '' ? [] : [text];
  return membersOf(node)?.flatMap(([name, value]) => flag(name, value, split));
}

/** The words of a command line; commas between them are those of a list. */
function argumentsIn(text: string): string[] {
  const words = wordsOf(text);
  const listed = words.length > 1 && words.slice(0, -1).every((word) => word.endsWith(','));
  return listed ? words.map((word) => word.replace(/,$/, '')) : words;
}

/** `--region: eu` in a list of arguments is a flag and its value. */
function flag(name: string, value: string, split: boolean): string[] {
  if (!split) return [value];
  const flags = name.startsWith('-') ? [name] : [`--${name}`];
  return value === '' ? flags : [...flags, value];
}

/** `A=b C=d` for a list of variables. */
function variables(node: LocatedNode): Value[] | undefined {
  const text = textOf(node);
  return text === undefined ? undefined : wordsOf(text).map(variable);
}

/** `{A: b}`, or `{name: A, value: b}`. */
function variablesIn(mistyped: Mistyped, node: MappingNode): Fix[] {
  const single = node.pairs.every(({ name }) => name === 'name' || name === 'value');
  if (node.pairs.length === 0) {
    const { document, entry, fault } = mistyped;
    return fix('repair', 'Write an empty list', setValue(document, entry, fault.path, []));
  }
  return fix(
    'repair',
    'Make it a list',
    single ? asOnlyItem(mistyped, node) : asItems(mistyped, node, 'value'),
  );
}

/** `A=b`, or a name without a value. */
export function variable(assignment: string): { name: string; value: string } {
  const [, name = assignment, value = ''] = /^([^=]+)=(.*)$/s.exec(assignment) ?? [];
  return { name, value };
}

/** An item of `env` that is no mapping: `A=b`, or `[A, b]`. */
export function variableFixes(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path } = fault;
  if (isEmpty(node)) return fix('repair', 'Remove this variable', removeItem(document, entry, path));
  if (node.kind === 'sequence' && node.items.some(({ kind }) => kind === 'mapping'))
    return mappingFixes(mistyped);
  const list = textsOf(node);
  const text = textOf(node);
  const [name, ...values] = list ?? [];
  const found = name ? { name, value: values.join(' ') } : text ? variable(text) : undefined;
  if (!found) return [];
  return fix('repair', 'Write it as "name" and "value"', setValue(document, entry, path, found));
}
