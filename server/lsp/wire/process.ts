import { Console } from 'node:console';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** How the command line says that a client is to be talked to. */
export function transport(args: readonly string[]): readonly [MessageReader, MessageWriter] {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1] ?? ''] = arg.split(/=(.*)/s);
    if (name === '--node-ipc') return [new IPCMessageReader(process), new IPCMessageWriter(process)];
    if (name === '--socket') return createServerSocketTransport(Number.parseInt(value, 10));
    if (name === '--pipe') return createServerPipeTransport(value);
    if (name === '--stdio') {
      return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
    }
  }
  throw new Error('The command line names no way to talk to a client.');
}

/** Standard output is the client's: whatever logs something there would break what it reads. */
export function logToStderr(): void {
  globalThis.console = new Console(process.stderr);
}

const lookMs = 3000;

/** Calls `gone` when a process is there no more. */
export function watchProcess(pid: number, gone: () => void): void {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      clearInterval(timer);
      gone();
    }
  }, lookMs);
  timer.unref();
}
