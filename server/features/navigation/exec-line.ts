import { type CommandLine, pluginOf, type Recognized } from '../../catalog';
import { type LocatedNode, nodeAt } from '../../document/node';

/** The command line of an exec block, or as much of it as there is yet; what is no text is left empty. */
export function commandLineOf(exec: LocatedNode | undefined): CommandLine | undefined {
  const command = textOf(nodeAt(exec, 'command'));
  if (!command) return undefined;
  const args = itemsOf(nodeAt(exec, 'args')).map((item) => textOf(item) ?? '');
  const env = itemsOf(nodeAt(exec, 'env')).map((item) => ({ name: textOf(nodeAt(item, 'name')) ?? '' }));
  return { command, args, env };
}

/** The known plugin that an exec block runs, if that is certain. */
export function pluginIn(exec: LocatedNode | undefined): Recognized | undefined {
  if (!exec || known.has(exec)) return exec && known.get(exec);
  const line = commandLineOf(exec);
  const found = line && pluginOf(line);
  known.set(exec, found);
  return found;
}

/** A block that is the same as in an earlier version of the text is not looked at again. */
const known = new WeakMap<LocatedNode, Recognized | undefined>();

/** The command as it may be shown: arguments do not belong in it, and may be secrets where they are. */
export function shownCommand(command: string): string {
  const options = command.search(/\s-/);
  return options < 0 ? command : `${command.slice(0, options).trimEnd()} …`;
}

export function textOf(node: LocatedNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function itemsOf(node: LocatedNode | undefined): readonly LocatedNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}
