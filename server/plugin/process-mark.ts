import { randomUUID } from 'node:crypto';
import { readProc } from './process-table';

const variable = 'KUBECONFIG_EXEC_RUN';

/** A variable that the processes of a run inherit, and nobody else has; nothing where the system does not tell of it. */
export type ProcessMark = Readonly<Partial<Record<typeof variable, string>>>;

export function newMark(): ProcessMark {
  return process.platform === 'linux' ? { [variable]: randomUUID() } : {};
}

/** Only processes of this user can be asked. */
export function isMarked(pid: number, { [variable]: value }: ProcessMark): boolean {
  if (value === undefined) return false;
  return readProc(String(pid), 'environ')?.includes(`${variable}=${value}\0`) ?? false;
}
