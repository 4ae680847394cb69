import { createHash } from 'node:crypto';
import type { Environment } from '../environment';
import { execArgs, execSecrets } from './exec-secrets';
import { fingerprint } from './fingerprint';
import { Scrubber } from './scrub';
import { type ExecTarget, resolveTarget } from './target';

/** What would be run, for the user to approve. */
export interface Plan {
  readonly command: string;
  /** Absolute path of the executable; `null` when there is none. */
  readonly resolvedPath: string | null;
  /** Secrets masked. */
  readonly args: readonly string[];
  readonly envNames: readonly string[];
  /** Changes when anything does that decides what is executed. */
  readonly approvalId: string;
}

export function planOf(target: ExecTarget, environment: Environment): Plan {
  const { exec, secrets } = target;
  const { path } = resolveTarget(target, environment);
  const resolvedPath = path !== null && environment.files.stat(path) ? path : null;
  const scrubber = new Scrubber([...secrets, ...execSecrets(exec)]);
  return {
    command: scrubber.known(exec.command),
    resolvedPath: resolvedPath && scrubber.known(resolvedPath),
    args: execArgs(exec).map(({ shown }) => scrubber.known(shown)),
    envNames: exec.env.map(({ name }) => scrubber.known(name)),
    approvalId: approvalIdOf(target, path, environment),
  };
}

function approvalIdOf(
  { exec, kubeconfigPath }: ExecTarget,
  path: string | null,
  environment: Environment,
): string {
  const env = exec.env.map(({ name, value }) => [name, value]);
  const parts = [kubeconfigPath, exec.command, path, fingerprint(path, environment), exec.args, env];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
