import { type ChildProcess, spawn } from 'node:child_process';
import { HeadTail } from './head-tail';
import type { Phases } from './phases';
import { newMark, type ProcessMark } from './process-mark';
import { ProcessTree } from './process-tree';
import type { RunOptions } from './target';
import { windowsBatch } from './windows-batch';

export interface Launch {
  /** Absolute path of the executable. */
  readonly path: string;
  /** The command as the plugin sees it in argv[0]. */
  readonly name: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Gives the plugin this process' own standard input. */
  readonly interactive: boolean;
  /** Lets the plugin write to this process' own standard error; then nothing of it is kept. Default: no. */
  readonly ownStderr?: boolean;
  /** Told of standard error while the plugin runs. */
  readonly listener?: StderrListener | undefined;
}

export interface StderrListener {
  /** `stdout`: what has been written to standard output by now. */
  add(chunk: Buffer, stdout: () => Buffer): void;
  /** The run is over. */
  end(): void;
}

export interface Outcome {
  /** What could not be started, as Node.js says it. */
  readonly error: Error | null;
  /** Also of a plugin that was stopped: what it has said so far is not to be seen elsewhere. */
  readonly stdout: Buffer;
  readonly stdoutBytes: number;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stopped: 'timed-out' | 'cancelled' | 'output-too-large' | null;
  readonly durationMs: number;
}

type Stop = NonNullable<Outcome['stopped']>;

const stderrBytesPerSide = 31 * 1024;
/** A child in the background may hold stderr for ever; kubectl does not wait for that. */
const stderrGraceMs = 100;
const lastWordsMs = 100;
/** A process of another user, as under sudo, can't be ended. */
const deafGraceMs = 500;

/** Runs an executable as os/exec does: no shell, and until nobody holds its stdout any more. */
export async function launch(what: Launch, options: RunOptions, phases: Phases): Promise<Outcome> {
  const started = performance.now();
  const mark = newMark();
  const child = start(what, mark);
  if (child instanceof Error) return failed(child, started);
  const tree = child.pid === undefined ? undefined : new ProcessTree(child.pid, !what.interactive, mark);
  try {
    return await new Running(child, tree, options, phases, started, what.listener).outcome();
  } finally {
    what.listener?.end();
  }
}

function start(what: Launch, mark: ProcessMark): ChildProcess | Error {
  const batch = windowsBatch(what.path, what.args);
  if (batch instanceof Error) return batch;
  try {
    return spawn(batch?.path ?? what.path, batch?.args ?? what.args, {
      argv0: batch ? undefined : what.name,
      cwd: what.cwd,
      env: { ...what.variables, ...mark },
      stdio: [what.interactive ? 'inherit' : 'ignore', 'pipe', what.ownStderr ? 'inherit' : 'pipe'],
      // A terminal serves only the session that it controls.
      detached: !what.interactive && process.platform !== 'win32',
      // Without a window there is no console to ask on, either.
      windowsHide: !what.interactive,
      windowsVerbatimArguments: batch !== undefined,
    });
  } catch (error) {
    return error as Error;
  }
}

function failed(error: Error, started: number): Outcome {
  return {
    error,
    stdout: Buffer.alloc(0),
    stdoutBytes: 0,
    stderr: '',
    exitCode: null,
    signal: null,
    stopped: null,
    durationMs: Math.round(performance.now() - started),
  };
}

class Running {
  readonly #child: ChildProcess;
  readonly #options: RunOptions;
  readonly #phases: Phases;
  readonly #started: number;
  readonly #tree: ProcessTree | undefined;
  readonly #stdout: Buffer[] = [];
  #stdoutBytes = 0;
  readonly #stderr = new HeadTail(stderrBytesPerSide);
  #stopped: Stop | null = null;
  #ending: Promise<void> | undefined;
  #giveUp: (nothing: null) => void = () => {};

  constructor(
    child: ChildProcess,
    tree: ProcessTree | undefined,
    options: RunOptions,
    phases: Phases,
    started: number,
    private readonly listener: StderrListener | undefined,
  ) {
    this.#child = child;
    this.#tree = tree;
    this.#options = options;
    this.#phases = phases;
    this.#started = started;
    if (tree) phases.reach('startedMs');
  }

  async outcome(): Promise<Outcome> {
    const failure = new Promise<Error>((resolve) => this.#child.once('error', resolve));
    const deaf = new Promise<null>((resolve) => {
      this.#giveUp = resolve;
    });
    const timer = setTimeout(() => this.#stop('timed-out'), this.#options.timeoutMs);
    const cancel = () => this.#stop('cancelled');
    this.#options.signal.addEventListener('abort', cancel, { once: true });
    if (this.#options.signal.aborted) cancel();
    const error = await Promise.race([failure, this.#finished(), deaf]);
    clearTimeout(timer);
    this.#options.signal.removeEventListener('abort', cancel);
    await this.#ending;
    this.#tree?.release();
    if (error) return failed(error, this.#started);
    return this.#report();
  }

  /** When the process has ended and its stdout is closed by all who held it. */
  async #finished(): Promise<null> {
    const { stdout, stderr } = this.#child;
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    void exited.then(() => this.#phases.reach('exitedMs'));
    const stdoutClosed = new Promise((resolve) => stdout?.once('close', resolve));
    const stderrClosed = new Promise((resolve) => stderr?.once('close', resolve));
    stdout?.on('data', (chunk: Buffer) => this.#takeStdout(chunk));
    stderr?.on('data', (chunk: Buffer) => this.#takeStderr(chunk));
    await Promise.all([exited, stdoutClosed]);
    if (!stderr) return null;
    await Promise.race([stderrClosed, new Promise((resolve) => setTimeout(resolve, stderrGraceMs).unref())]);
    stderr.destroy();
    return null;
  }

  #takeStderr(chunk: Buffer): void {
    this.#stderr.add(chunk);
    this.listener?.add(chunk, () => Buffer.concat(this.#stdout));
  }

  #takeStdout(chunk: Buffer): void {
    this.#phases.reach('firstByteMs');
    this.#stdoutBytes += chunk.length;
    if (this.#stdoutBytes > this.#options.maxOutputBytes) this.#stop('output-too-large');
    else this.#stdout.push(chunk);
  }

  #stop(why: Stop): void {
    if (this.#stopped) return;
    this.#stopped = why;
    this.#ending = (this.#tree?.end() ?? Promise.resolve()).then(() => {
      // What was written before the end is still on its way; whoever escaped shall not be waited for.
      setTimeout(() => this.#closeOutputs(), lastWordsMs).unref();
      setTimeout(() => this.#giveUp(null), deafGraceMs).unref();
    });
  }

  #closeOutputs(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  #report(): Outcome {
    return {
      error: null,
      stdout: Buffer.concat(this.#stdout),
      stdoutBytes: this.#stdoutBytes,
      stderr: this.#stderr.text,
      exitCode: this.#child.exitCode,
      signal: this.#child.signalCode,
      stopped: this.#stopped,
      durationMs: Math.round(performance.now() - this.#started),
    };
  }
}
