import { type StdioOptions, spawn } from 'node:child_process';
import { server } from './paths';

export interface CommandOptions {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A file descriptor to write to, instead of into the result. */
  readonly stdout?: number | 'pipe';
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line of the built server, without a terminal, to its end. */
export function kubeconfigExec(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { input = '', stdout: out = 'pipe', cwd, env } = options;
  const stdio: StdioOptions = ['pipe', out, 'pipe'];
  const child = spawn(process.execPath, [server, ...args], { stdio, cwd, env });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A command that reads nothing may be gone before it is written.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
