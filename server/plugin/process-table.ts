import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** 0 where it is not known. */
  readonly session: number;
  /** Start time in clock ticks since boot; 0 where it is not known. */
  readonly start: number;
}

/** All processes that still run. Empty where the system does not tell. */
export function processTable(): ProcessEntry[] {
  try {
    return process.platform === 'linux' ? readdirSync('/proc').flatMap(linuxEntry) : otherEntries();
  } catch {
    return [];
  }
}

/** Clock ticks since boot; 0 where it is not known. */
export function startOf(pid: number): number {
  return process.platform === 'linux' ? (linuxEntry(String(pid))[0]?.start ?? 0) : 0;
}

function linuxEntry(name: string): ProcessEntry[] {
  if (!/^\d+$/.test(name)) return [];
  const stat = readProc(name, 'stat')?.toString('latin1');
  if (!stat) return [];
  // The name stands in parentheses and may contain some itself.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return [];
  const [parent = 0, group = 0, session = 0] = fields.slice(1, 4).map(Number);
  return [{ pid: Number(name), parent, group, session, start: Number(fields[19]) }];
}

function otherEntries(): ProcessEntry[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [pid, parent, group, state] = line.trim().split(/\s+/);
    if (!pid || !state || state.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), session: 0, start: 0 }];
  });
}

/** `undefined`: there is no such process, or it is another user's. */
export function readProc(pid: string, file: string): Buffer | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    return undefined;
  }
}
