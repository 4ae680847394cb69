import { knownPlugins } from '../../catalog';
import { type Search, searchFor } from '../../command/search';
import type { Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { putInstallHint } from '../../edits/install-hint';
import { setValue } from '../../edits/set-value';
import type { Environment } from '../../environment';
import { nearMiss } from '../../schema';
import { execBlockOf } from '../guidance/exec-block';
import { shortPath } from '../paths';
import type { Fix } from '../rule';
import { fix } from './fix';

/** No more places are offered. */
const most = 3;

/** Where a program is that is not where the command says; and how to install it. */
export function notFoundFixes(
  document: Kubeconfig,
  user: UserEntry,
  search: Search,
  environment: Environment,
): Fix[] {
  const command = user.decoded.value?.user?.exec?.command ?? '';
  const isBare = !/[\\/]/.test(command);
  const trimmed = command.trim();
  if (trimmed !== command && trimmed !== '') {
    const edits = setValue(document, user, ['user', 'exec', 'command'], trimmed);
    return fix('repair', 'Remove the white space around it', edits);
  }
  return [
    ...placeFixes(document, user, isBare ? undefined : nameOf(command), search, environment),
    ...(isBare ? [...spellingFixes(document, user, command, environment), ...hintFixes(document, user)] : []),
  ];
}

/** `name`: by which it may be found on PATH. */
export function placeFixes(
  document: Kubeconfig,
  user: UserEntry,
  name: string | undefined,
  { onPath, elsewhere }: Search,
  environment: Environment,
): Fix[] {
  const write = (title: string, command: string) =>
    fix('choice', title, setValue(document, user, ['user', 'exec', 'command'], command));
  const paths = [...(onPath === undefined ? [] : [onPath]), ...elsewhere].slice(0, most);
  return [
    ...(onPath !== undefined && name !== undefined ? write(`Write "${name}", which is on PATH`, name) : []),
    ...paths.flatMap((path) => write(`Write "${shortPath(path, environment)}"`, path)),
  ];
}

/** The name of a program, whatever system its path is of. */
export function nameOf(command: string): string {
  return command.split(/[\\/]/).at(-1) ?? '';
}

/** A known plugin's name with a letter too many or too few, if there is such a program. */
function spellingFixes(
  document: Kubeconfig,
  user: UserEntry,
  command: string,
  environment: Environment,
): Fix[] {
  const name = nearMiss(
    command,
    knownPlugins.flatMap(({ detect }) => detect.commands),
  );
  if (name === undefined || name === command || searchFor(name, environment).onPath === undefined) return [];
  return fix('choice', `Write "${name}"`, setValue(document, user, ['user', 'exec', 'command'], name));
}

function hintFixes(document: Kubeconfig, user: UserEntry): Fix[] {
  const { recognized, installHint } = execBlockOf(user) ?? {};
  const hint = recognized?.plugin.installHint;
  return hint && !installHint
    ? fix('choice', 'Add an installHint', putInstallHint(document, user, hint))
    : [];
}
