import { helpText, usageError } from './cli/help';

/** The process: a language server, or one command of the command line. */
async function main(args: readonly string[]): Promise<void> {
  const [first, ...rest] = args;
  if (args.some((arg) => arg === '--stdio' || arg === '--node-ipc' || arg.startsWith('--socket='))) {
    const { start } = await import('./start');
    start();
    return;
  }
  switch (first) {
    case 'check':
      process.exitCode = await (await import('./cli/check')).checkCommand(rest);
      return;
    case 'run':
      process.exitCode = await (await import('./cli/run')).runCommand(rest);
      return;
    case 'version':
    case '--version':
      process.stdout.write(`${(await import('../package.json')).version}\n`);
      return;
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(helpText(rest[0]));
      return;
    default:
      process.exitCode = usageError(
        first === undefined ? 'a command is missing' : `unknown command "${first}"`,
      );
  }
}

void main(process.argv.slice(2));
