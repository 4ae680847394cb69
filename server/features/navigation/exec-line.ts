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

export function pluginIn(exec: LocatedNode | undefined): Recognized | undefined {
  const line = commandLineOf(exec);
  return line && pluginOf(line);
}

/** The command as it may be shown: arguments do not belong in it, and may be secrets where they are. */
export function shownCommand(command: string): string {
  return command.replace(/\s+-.*/s, ' …');
}

export function textOf(node: LocatedNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function itemsOf(node: LocatedNode | undefined): readonly LocatedNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}
