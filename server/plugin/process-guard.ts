import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { guardArgument } from '../own-processes';
import { program } from '../program';
import type { ProcessMark } from './process-mark';

/** What tells the processes of a plugin from others. */
export interface KnownTree {
  /** The plugin itself. */
  readonly root: number;
  /** When it was started; see `startOf`. */
  readonly rootStart: number;
  /** Whether it has a process group of its own. */
  readonly ownGroup: boolean;
  readonly mark: ProcessMark;
}

/** A plugin that answers at once shall not have to share the processor with the start of its guard. */
const startsAfterMs = 100;

/**
 * A process that ends a plugin's tree if this one is killed and can't do it any more. Not on Windows: there the
 * plugin itself ends with this process, as Node.js puts it into a job of its own.
 */
export class ProcessGuard {
  readonly #timer: NodeJS.Timeout | undefined;
  #process: ChildProcess | undefined;

  constructor(tree: KnownTree) {
    const file = program();
    if (file === undefined || process.platform === 'win32') return;
    this.#timer = setTimeout(() => this.#start(file, tree), startsAfterMs).unref();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#process?.kill('SIGKILL');
  }

  #start(file: string, tree: KnownTree): void {
    const child = spawn(process.execPath, [file, guardArgument], {
      // This process' own folder may be one that is to be removed.
      cwd: '/',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['pipe', 'ignore', 'ignore'],
      // Ctrl+C in a terminal is for this process.
      detached: true,
    });
    this.#process = child;
    child.on('error', () => {});
    child.stdin.on('error', () => {});
    // Never closed by this process, so that the end of it is the end of this process.
    child.stdin.write(JSON.stringify(tree));
    child.unref();
    (child.stdin as Socket).unref();
  }
}
