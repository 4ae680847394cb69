import { whereOf } from './failure';
import { farFilesArgument, guardArgument } from './own-processes';

const transport = /^--(?:stdio$|node-ipc$|(?:socket|pipe)(?:=|$))/;

/**
 * The process: one command of the command line, a language server, or what one of them starts. Each loads only what
 * it needs; what is imported here is in `server.js` itself.
 */
async function main(args: readonly string[]): Promise<void> {
  if (args[0] === guardArgument) return (await import('./plugin/guard')).guard();
  if (args[0] === farFilesArgument) return (await import('./disk/serve')).lookAtFiles();
  const isCommand = args[0] !== undefined && !args[0].startsWith('-');
  if (!isCommand && args.some((arg) => transport.test(arg)) && !args.includes('--help')) {
    (await import('./lsp/start')).start(__filename);
    return;
  }
  const { commandLine } = await import('./cli/command-line');
  process.exitCode = await commandLine(args, __filename);
}

/** An exception's message may quote a document, and with it a secret; where it comes from does not. */
function fail(error: unknown): never {
  process.stderr.write(`kubeconfig-exec: internal error, please report it: ${whereOf(error)}\n`);
  process.exit(internalError);
}

/** EX_SOFTWARE of sysexits.h: neither 1 nor 2 may be taken for it. */
const internalError = 70;

process.on('uncaughtException', fail);
void main(process.argv.slice(2)).catch(fail);
