import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Approval } from './approval';

/** Older ones are forgotten. */
const mostApprovals = 500;

/**
 * The approvals of this machine, in a file beside VS Code's other files of it. VS Code's own memory for extensions would be that
 * of the machine with the window: an approval for one remote machine would count on every other.
 */
export class ApprovalFile {
  readonly #file: string;

  constructor(private readonly folder: string) {
    this.#file = path.join(folder, 'approvals.json');
  }

  /** The oldest first. What is not readable was never approved. */
  read(): Approval[] {
    try {
      const all: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      return Array.isArray(all) ? all.filter(isApproval) : [];
    } catch {
      return [];
    }
  }

  add(approval: Approval): void {
    const others = this.read().filter(({ id }) => id !== approval.id);
    this.#write([...others, approval].slice(-mostApprovals));
  }

  remove(ids: ReadonlySet<string>): void {
    this.#write(this.read().filter(({ id }) => !ids.has(id)));
  }

  /** Another window never sees half of it. */
  #write(approvals: readonly Approval[]): void {
    mkdirSync(this.folder, { recursive: true });
    const half = `${this.#file}.${process.pid}`;
    try {
      writeFileSync(half, JSON.stringify(approvals, null, 1), { mode: 0o600 });
      renameSync(half, this.#file);
    } finally {
      rmSync(half, { force: true });
    }
  }
}

function isApproval(value: unknown): value is Approval {
  const { id, kubeconfig, user, program, args, envNames, files, approvedAt, instead } = {
    ...(value as Approval),
  };
  const texts: unknown[] = [id, kubeconfig, user, program, approvedAt, instead ?? ''];
  return (
    texts.every((text) => typeof text === 'string') &&
    !Number.isNaN(Date.parse(approvedAt)) &&
    isTexts(args) &&
    isTexts(envNames) &&
    Array.isArray(files) &&
    files.every((file: unknown) => typeof file === 'object' && file !== null)
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
