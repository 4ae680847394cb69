import { Console } from 'node:console';
import { createConnection } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { Frames, framed } from './frames';
import type { Client, Transport } from './transport';

/** How the command line says that a client is to be talked to. */
export function transportFor(args: readonly string[]): Transport {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1] ?? ''] = arg.split(/=(.*)/s);
    if (name === '--node-ipc') return processChannel();
    if (name === '--stdio') return streams(process.stdin, process.stdout);
    const socket = () => createConnection(name === '--pipe' ? { path: value } : { port: Number(value) });
    if (name === '--pipe' || name === '--socket') return duplex(socket());
  }
  throw new Error('The command line names no way to talk to a client.');
}

function duplex(socket: Readable & Writable): Transport {
  return streams(socket, socket);
}

export function streams(readable: Readable, writable: Writable): Transport {
  return {
    listen(client) {
      const frames = new Frames();
      readable.on('data', (chunk: Buffer) => {
        try {
          for (const text of frames.push(chunk)) read(text, client);
        } catch {
          client.close();
        }
      });
      for (const event of ['end', 'close', 'error']) readable.on(event, () => client.close());
      writable.on('error', () => client.close());
    },
    send: (message) => void writable.write(framed(message)),
  };
}

/** One message that is no JSON does not end the others. */
function read(text: string, client: Client): void {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return client.unreadable();
  }
  client.message(message);
}

function processChannel(): Transport {
  return {
    listen(client) {
      process.on('message', (message) => client.message(message));
      process.once('disconnect', () => client.close());
    },
    // Whoever has gone is told by its end.
    send: (message) => void process.send?.(message, undefined, undefined, () => {}),
  };
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
