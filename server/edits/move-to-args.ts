import type { UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import type { Edit } from './edit';
import { putItems } from './put-items';
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
export function moveToArgs(
  document: LocatedDocument,
  user: UserEntry,
  { variables, program, args }: Words,
): Edit[] {
  const command = setValue(document, user, [...exec, 'command'], program);
  const moved = putItems(document, user, exec, 'args', args, { after: 'command', first: true });
  const after = pairOf(user.at(...exec), 'args') ? 'args' : 'command';
  const items = variables.map(({ name, value }) => ({ name, value }));
  const env = putItems(document, user, exec, 'env', items, { after });
  return command.length > 0 && moved && env ? [...command, ...moved, ...env] : [];
}
