import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ProcessGuard } from './process-guard';
import { isMarked, type ProcessMark } from './process-mark';
import { type ProcessEntry, processTable, startOf } from './process-table';

const graceMs = 200;
const pollMs = 20;
const lastRounds = 10;

/** Trees that would outlive this process if it ended now. */
const running = new Set<ProcessTree>();

function endAll(): void {
  for (const tree of running) tree.kill();
}

/** A plugin and everything it has started, also what has left its process group. */
export class ProcessTree {
  readonly #root: number;
  readonly #ownGroup: boolean;
  readonly #mark: ProcessMark;
  readonly #rootStart: number;
  /** Start times by pid of all that have been seen: who loses the parent is found again. */
  readonly #seen = new Map<number, number>();
  readonly #guard: ProcessGuard;

  constructor(root: number, ownGroup: boolean, mark: ProcessMark, rootStart = startOf(root)) {
    this.#root = root;
    this.#ownGroup = ownGroup;
    this.#mark = mark;
    this.#rootStart = rootStart;
    this.#guard = new ProcessGuard({ root, rootStart, ownGroup, mark });
    if (running.size === 0) process.on('exit', endAll);
    running.add(this);
  }

  /** The run is over: nothing is ended any more when this process exits. */
  release(): void {
    this.#guard.dismiss();
    running.delete(this);
    if (running.size === 0) process.off('exit', endAll);
  }

  /** First politely, after a moment by force, and again until nothing is left. */
  async end(): Promise<void> {
    if (process.platform === 'win32') return taskkill(this.#root);
    if (!this.#signal('SIGTERM')) return;
    for (const deadline = Date.now() + graceMs; Date.now() < deadline; ) {
      await delay(pollMs);
      if (this.#members().length === 0) return;
    }
    for (let round = 0; round < lastRounds; round++) {
      if (!this.#signal('SIGKILL')) return;
      await delay(pollMs);
    }
  }

  /** By force and at once, for a process that may not wait any more. */
  kill(): void {
    if (process.platform === 'win32') return void taskkill(this.#root);
    for (let round = 0; round < lastRounds && this.#signal('SIGKILL'); round++);
  }

  /** False when there was nobody left. */
  #signal(signal: NodeJS.Signals): boolean {
    // Found before they are signalled: children of a dead parent can't be told from others.
    const members = this.#members();
    if (this.#ownGroup) send(-this.#root, signal);
    for (const { pid } of members) send(pid, signal);
    return members.length > 0;
  }

  #members(): ProcessEntry[] {
    const table = processTable();
    if (table.length === 0) return isAlive(this.#root) ? [withoutTable(this.#root)] : [];
    const again = table.filter(({ pid, start }) => this.#seen.get(pid) === start);
    const ids = new Set([...again, ...this.#strays(table)].map(({ pid }) => pid));
    const root = table.find(({ pid, start }) => pid === this.#root && start === this.#rootStart);
    if (root || this.#ownGroup) ids.add(this.#root);
    for (let size = 0; size !== ids.size; ) {
      size = ids.size;
      for (const { pid, parent, group, session } of table) {
        if (ids.has(parent) || ids.has(group) || ids.has(session)) ids.add(pid);
      }
    }
    const members = table.filter(
      ({ pid }) => ids.has(pid) && pid !== process.pid && (pid !== this.#root || root),
    );
    for (const { pid, start } of members) this.#seen.set(pid, start);
    return members;
  }

  /** Processes that forked twice and left the session: only what they were started with still tells of them. */
  #strays(table: readonly ProcessEntry[]): ProcessEntry[] {
    return table.filter(({ pid, start }) => start >= this.#rootStart && isMarked(pid, this.#mark));
  }
}

function withoutTable(pid: number): ProcessEntry {
  return { pid, parent: 0, group: 0, session: 0, start: 0 };
}

function isAlive(pid: number): boolean {
  return send(pid, 0);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function taskkill(pid: number): Promise<void> {
  const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  return new Promise((resolve) => {
    execFile(program, ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => resolve());
  });
}
