import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Every process below this one in the tree, as /proc tells it; none where there is no /proc. */
export function descendants(ancestor = process.pid): number[] {
  if (!existsSync('/proc/self/stat')) {
    return [];
  }
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const parent = parentOf(pid);
    if (parent !== undefined) {
      children.set(parent, [...(children.get(parent) ?? []), pid]);
    }
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

/**
 * Ends every process below this one whenever this one ends, whichever way. VS Code's server leaves its
 * extension hosts waiting for hours for their window to come back, and Chromium is a group of its own.
 */
export function endDescendantsOnExit(): void {
  process.on('exit', () => {
    for (const pid of descendants()) {
      end(pid);
    }
  });
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.on(signal, () => process.exit(128 + number));
  }
}

/** Ends a process and everything below it. */
export function endTree(pid: number): void {
  for (const each of [...descendants(pid), pid]) {
    end(each);
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function parentOf(pid: number): number | undefined {
  try {
    // "pid (name) state ppid …"; the name may hold anything, parentheses too.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(
      stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}
