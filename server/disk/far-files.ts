import { type ChildProcess, spawn } from 'node:child_process';
import type { FileError } from '../environment';
import type { AskFar } from './patient-files';

export interface FileQuestion {
  readonly what: 'read' | 'stat' | 'list';
  readonly path: string;
  readonly length?: number;
}

export type FileAnswer =
  | { readonly value: unknown }
  | { readonly reason: string; readonly operation: FileError['operation'] };

/** A process that nobody needs ends after this time. */
const idleMs = 30_000;

interface Helper {
  readonly process: ChildProcess;
  readonly waiting: Map<number, (answer: FileAnswer) => void>;
  idle?: NodeJS.Timeout;
}

/**
 * Asks a process of its own for each far disk: one that hangs holds up nobody but itself. `program`: what calls
 * `lookAtFiles`, with its arguments.
 */
export function askingFar(program: readonly string[]): AskFar {
  const helpers = new Map<string, Helper>();
  let count = 0;
  return (mount, question, answered) => {
    const helper =
      helpers.get(mount) ??
      start(program, (ended) => {
        // Another may have taken its place.
        if (helpers.get(mount) === ended) helpers.delete(mount);
      });
    helpers.set(mount, helper);
    const id = ++count;
    clearTimeout(helper.idle);
    helper.waiting.set(id, answered);
    helper.process.send({ id, question }, () => {});
  };
}

function start(program: readonly string[], ended: (helper: Helper) => void): Helper {
  const [file = '', ...args] = program;
  const child = spawn(process.execPath, [file, ...args], {
    cwd: '/',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const helper: Helper = { process: child, waiting: new Map() };
  // Neither it nor its channel keeps this process from ending.
  child.unref();
  child.channel?.unref();
  child.on('error', () => ended(helper));
  child.on('exit', () => ended(helper));
  child.on('message', (message) => {
    const { id, answer } = message as { id: number; answer: FileAnswer };
    helper.waiting.get(id)?.(answer);
    helper.waiting.delete(id);
    if (helper.waiting.size > 0) return;
    helper.idle = setTimeout(() => {
      ended(helper);
      if (child.connected) child.disconnect();
    }, idleMs).unref();
  });
  return helper;
}
