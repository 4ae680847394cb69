import type { UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import { addField } from './add-field';
import type { Edit } from './edit';
import { addItem } from './items';
import { isNothing } from './place';
import { isPlainMapping, type Value } from './render';
import { setValue } from './set-value';

const exec = ['user', 'exec'] as const;

interface Words {
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Leaves the program in `command`, puts its arguments before those that are there, and variables behind those
 * that are there. No edits: `args` or `env` is no list.
 */
export function moveToArgs(document: LocatedDocument, user: UserEntry, words: Words): Edit[] {
  const args = words.args.length > 0 ? addToList(document, user, 'args', words.args, 'command') : [];
  const after = words.args.length > 0 || hasList(user, 'args') ? 'args' : 'command';
  const variables = words.variables.map(({ name, value }) => ({ name, value }));
  const env = variables.length > 0 ? addToList(document, user, 'env', variables, after) : [];
  if (!args || !env) return [];
  const command = setValue(document, user, [...exec, 'command'], words.program);
  return command.length > 0 ? [...command, ...args, ...env] : [];
}
