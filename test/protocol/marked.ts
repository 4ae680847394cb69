import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What all processes inherit of somebody who starts them with it. Linux only. */
export function newMark() {
  const value = randomUUID();
  return { mark: `HOSTILE_MARK=${value}`, env: { ...process.env, HOSTILE_MARK: value } };
}

/** Living processes that have inherited a mark. */
export function marked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => proc(pid, 'environ').split('\0').includes(mark))
    .map(Number);
}

/** Those of them with some words in their command line. */
export function markedWith(mark: string, words: string): number[] {
  return marked(mark).filter((pid) => commandLine(pid).includes(words));
}

/** For `after`: whatever a failed test has left. */
export function endMarked(mark: string): void {
  for (const pid of marked(mark)) process.kill(pid, 'SIGKILL');
}

export function commandLine(pid: number): string {
  return proc(pid, 'cmdline').replaceAll('\0', ' ').trimEnd();
}

/** The most memory that a process had so far, in KiB; 0 when it is gone. */
export function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(proc(pid, 'status'))?.[1] ?? 0);
}

/** Empty for a process that is gone, or that only waits for its parent to look at it. */
function proc(pid: string | number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
