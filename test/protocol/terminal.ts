import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { TestContext } from 'node:test';

const version = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '';

/** For `skip`. */
export const noTerminal =
  !/util-linux/.test(version) && 'there is no script(1) of util-linux to make a terminal with';

export interface TerminalOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** As the shell takes it, such as `2>file`. */
  readonly redirection?: string;
}

/** A program with a terminal of its own, as script(1) makes it. */
export class Terminal {
  readonly #child: ChildProcess;
  #output = '';
  #look = () => {};
  readonly code: Promise<number | null>;

  constructor(t: TestContext, command: readonly string[], options: TerminalOptions = {}) {
    const { cwd, env = process.env, redirection = '' } = options;
    const words = command.map((word) => `'${word}'`).join(' ');
    // Without exec, dash stays as the parent, dies of Ctrl+C itself, and its status is what script(1) tells.
    this.#child = spawn('script', ['-qefc', `exec ${words} ${redirection}`, '/dev/null'], {
      cwd,
      env: { ...env, SHELL: '/bin/sh', TERM: 'dumb' },
    });
    t.after(() => this.close());
    this.#child.stdout?.on('data', (chunk) => {
      this.#output += chunk;
      this.#look();
    });
    this.code = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Resolves once these words have been printed. */
  says(words: string): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.#output.includes(words)) resolve();
      };
      this.#look();
    });
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** As the user closes it: what is in it loses its terminal. */
  close(): void {
    this.#child.kill('SIGKILL');
  }

  get output(): string {
    return this.#output.replaceAll('\r\n', '\n');
  }
}
