import { flagsIn } from '../../catalog/flag-use';
import { variableForFlag } from '../../catalog/placement';
import { putItems } from '../../edits/put-items';
import { removeItems } from '../../edits/remove-items';
import { execBlockAt, execPath } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

/**
 * A secret in `args`, where every program on the machine can read it, moves to the variable from which the plugin
 * takes it as well. It stays in the file, and its value is no part of a title.
 */
export const secretToEnv: Refactor = (document, at) => {
  const block = execBlockAt(document, at);
  if (!block?.recognized) return [];
  const { user, args, exec } = block;
  const { plugin, argsStart, wrapper } = block.recognized;
  // What a container gets is another program's affair.
  if (wrapper?.starts === 'image') return [];
  const names = plugin.flags.filter(({ secret }) => secret).flatMap((flag) => flag.names);
  return flagsIn(args, argsStart, plugin.flags).flatMap(({ name: flag, value, index, valueIndex }) => {
    const variable = names.includes(flag) ? variableForFlag(plugin, flag, args) : undefined;
    if (!variable || value === undefined || exec.env?.some(({ name }) => name === variable)) return [];
    const removed = removeItems(document, user, [...execPath, 'args'], index, valueIndex - index + 1);
    // Behind a list whose end goes there is no place to insert anything.
    const after = valueIndex < args.length - 1 ? 'args' : 'command';
    const item = { name: variable, value };
    const added = putItems(document, user, execPath, 'env', [item], { after });
    const edits = removed.length > 0 && added ? [...removed, ...added] : [];
    return refactoring('refactor.move', `Move the value of ${flag} to the variable ${variable}`, edits);
  });
};
