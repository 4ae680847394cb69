import { readlinkSync } from 'node:fs';
import { posix } from 'node:path';

/** The kernel follows no more. */
const mostLinks = 40;

/** Where each link on the way to a file stands, and where the way ends. Nothing but a link is opened or waited for. */
export function linksTo(path: string): string[] {
  return wayTo(path).links;
}

interface Way {
  readonly links: string[];
  /** What of `stops` the way has come to. */
  readonly stop?: string;
}

/** Follows the links to a file, but no further than to a path for which `stops` has an answer. */
export function wayTo(path: string, stops: (path: string) => string | undefined = () => undefined): Way {
  const links: string[] = [];
  if (process.platform === 'win32') return { links };
  let left = posix.normalize(path).split('/').filter(Boolean);
  let here = '/';
  while (left.length > 0 && links.length < mostLinks) {
    const [name = '', ...rest] = left;
    const next = posix.join(here, name);
    const stop = stops(next);
    if (stop !== undefined) return { links, stop };
    const target = targetOf(next);
    if (target === undefined) {
      here = next;
      left = rest;
      continue;
    }
    links.push(next);
    left = [...posix.resolve(here, target).split('/').filter(Boolean), ...rest];
    here = '/';
  }
  return { links: links.length > 0 ? [...links, posix.join(here, ...left)] : links };
}

function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
