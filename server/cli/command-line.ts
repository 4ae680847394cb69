import { version } from '../../package.json';
import { setProgram } from '../program';
import { terminalCommand } from '../terminal/messages';
import { parse } from './arguments';
import { helpText, isTopic } from './help';
import { usageError, watchOutput, write } from './output';

/** Carries out one command of the program that is in `file`; returns the exit status. */
export async function commandLine(args: readonly string[], file: string): Promise<number> {
  setProgram(file);
  watchOutput();
  const [first, ...rest] = args;
  if (first?.startsWith('-') && args.some((arg) => arg === '--help' || arg === '-h')) return help(args);
  switch (first) {
    case 'check':
      return (await import('./check')).checkCommand(rest);
    case 'run':
      return (await import('./run')).runCommand(rest);
    case terminalCommand:
      return (await import('../terminal/run')).runInTerminal(rest);
    case 'version':
    case '--version':
      return withoutFlags(rest, () => write(`${version}\n`));
    case 'help':
      return help(rest);
    case undefined:
      return usageError('a command is missing');
    default:
      return usageError(`unknown ${first.startsWith('-') ? 'option' : 'command'} "${first}"`);
  }
}

function help(args: readonly string[]): number {
  const topic = args.find((arg) => !arg.startsWith('-'));
  if (topic !== undefined && !isTopic(topic)) return usageError(`there is no help on "${topic}"`);
  write(helpText(topic));
  return 0;
}

function withoutFlags(args: readonly string[], act: () => void): number {
  const parsed = parse(args, {});
  if ('problem' in parsed) return usageError(parsed.problem);
  if (parsed.help) write(helpText());
  else act();
  return 0;
}
