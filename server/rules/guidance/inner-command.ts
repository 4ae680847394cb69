import { commandName } from '../../catalog';
import { lookPath } from '../../command/look-path';
import { pluginLink } from '../../schema/links';
import { valueAt } from '../places';
import { rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath } from './exec-block';

export const innerCommandNotFound = rule({
  code: 'inner-command-not-found',
  severity: 'warning',
  title: 'A plugin of kubectl, or the program behind a wrapper such as aws-vault, is not on PATH',
  link: pluginLink,
  subject: 'user',
  looksAt: 'environment',
  noFix: 'The program has to be installed first.',
  *check(user, _document, { environment }) {
    const block = execBlockOf(user);
    const inner = block && innerCommandOf(block);
    if (!inner || !environment || /[\\/]/.test(inner.command)) return;
    // What is looked up is the plugin's own PATH, unless the block has another.
    if (block.env.some(({ name }) => name.toUpperCase() === 'PATH')) return;
    const found = (name: string) => lookPath(name, environment).error === undefined;
    if (!found(block.command) || found(inner.command)) return;
    yield {
      ...valueAt(user, ...execPath, 'args', inner.index),
      message: `"${inner.command}" is not on PATH, and ${commandName(block.command)} runs it. Install it, or correct the name.`,
    };
  },
});

interface Inner {
  /** As it is looked up. */
  readonly command: string;
  /** Of the argument that names it. */
  readonly index: number;
}

/** Only of what is recognized: others may have arguments that only look like a command. */
function innerCommandOf({ command, args, recognized }: ExecBlock): Inner | undefined {
  if (!recognized || recognized.argsStart === 0) return undefined;
  const index = recognized.argsStart - 1;
  const argument = args[index];
  if (argument === undefined) return undefined;
  if (commandName(command) === 'kubectl' && index === 0) {
    // kubectl looks for a plugin's name with underscores.
    return { command: `kubectl-${argument.replaceAll('-', '_')}`, index };
  }
  const { wrapper } = recognized;
  const direct = wrapper && wrapper.starts !== 'image' && wrapper.commands.includes(commandName(command));
  return direct && recognized.plugin.detect.commands.includes(commandName(argument))
    ? { command: argument, index }
    : undefined;
}
