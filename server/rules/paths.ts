import type { Environment } from '../environment';

/** A path for a message: the home folder is `~`, and of a long one only the end is shown. */
export function shortPath(path: string, { home }: Environment): string {
  const isBelow = path === home || ['/', '\\'].includes(path.charAt(home.length));
  const short = home.length > 1 && path.startsWith(home) && isBelow ? `~${path.slice(home.length)}` : path;
  return short.length <= 60 ? short : `…${short.slice(-59)}`;
}

/** The first few of several paths, as far as there is room for characters, and how many more there are. */
export function somePaths(paths: readonly string[], room: number, environment: Environment): string {
  const shown: string[] = [];
  let left = room;
  for (const path of paths.map((each) => shortPath(each, environment))) {
    left -= path.length + 2;
    if (left < 0 && shown.length > 0) break;
    shown.push(path);
  }
  const more = paths.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
