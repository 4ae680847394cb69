import { commandName, knownPlugins, pluginOf, pluginsOfCommand } from '../../catalog';
import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import type { Edit } from '../../edits/edit';
import { removeItem } from '../../edits/items';
import { removeField } from '../../edits/remove-field';
import { renameKey } from '../../edits/rename-key';
import { setValue } from '../../edits/set-value';
import { credentialBeforeExec } from '../../schema';
import type { Fix } from '../rule';
import { fix } from './fix';
import { misspeltKey } from './misspelt';
import { textOf } from './values';

const exec = ['user', 'exec'] as const;
const field = [...exec, 'command'] as const;

/** The command under another name, as the first argument, or known from the arguments. */
export function missingCommandFixes(document: LocatedDocument, user: UserEntry): Fix[] {
  const other = otherKey(user);
  if (other !== undefined) {
    const edits = pairOf(user.at(...exec), 'command')
      ? []
      : renameKey(document, user, [...exec, other], 'command');
    return fix('repair', `Rename "${other}" to "command"`, edits);
  }
  const args = user.decoded.value?.user?.exec?.args ?? [];
  const [first = ''] = args;
  if (isProgram(first)) {
    const edits = [...write(document, user, first), ...removeItem(document, user, [...exec, 'args', 0])];
    return fix('repair', 'Make the first argument the command', edits);
  }
  const known = commandOf(args);
  if (known !== undefined) return fix('repair', `Write "${known}" as command`, write(document, user, known));
  const edits = removeField(document, user, exec);
  return fix(isDispensable(user) ? 'repair' : 'choice', 'Remove the exec block', edits);
}

/** Nothing is in the block, or the user has a credential before which kubectl would never run a plugin. */
function isDispensable(user: UserEntry): boolean {
  const node = user.at(...exec);
  const info = user.decoded.value?.user;
  const other = info && credentialBeforeExec((field) => Boolean(info[field]));
  return (node?.kind === 'mapping' && node.pairs.length === 0) || other !== undefined;
}

function write(document: LocatedDocument, user: UserEntry, command: string): Edit[] {
  if (pairOf(user.at(...exec), 'command')) return setValue(document, user, field, command);
  return addField(document, user, exec, 'command', command, { after: 'apiVersion' });
}

const otherNames = /^(?:cmd|commandline|exec|executable|exe|binary|bin|program|plugin|path|file|run)$/i;

/** A key of the block that kubectl does not know, and whose text can only be the command. */
function otherKey(user: UserEntry): string | undefined {
  const node = user.at(...exec);
  const misspelt = misspeltKey(user, exec, 'command');
  if (misspelt !== undefined) return misspelt;
  const pairs = node?.kind === 'mapping' ? node.pairs.filter(({ merged }) => !merged) : [];
  return pairs.find(({ name, value }) => {
    return otherNames.test(name) && textOf(value);
  })?.name;
}

function isProgram(argument: string): boolean {
  return !argument.startsWith('-') && (/^\.{0,2}\/\S+$/.test(argument) || isKnownProgram(argument));
}

/** `token` is a subcommand of several and the name of none. */
function isKnownProgram(argument: string): boolean {
  return /^[\w.-]+$/.test(argument) && pluginsOfCommand(commandName(argument)).length > 0;
}

/** `eks get-token` is a subcommand of `aws` alone. */
function commandOf(args: readonly string[]): string | undefined {
  const commands = knownPlugins.flatMap(({ id, detect }) => {
    const [command = ''] = detect.commands;
    const has = (detect.words[0]?.length ?? 0) > 0;
    return has && pluginOf({ command, args })?.plugin.id === id ? [command] : [];
  });
  const [only, ...others] = new Set(commands);
  return others.length === 0 ? only : undefined;
}
