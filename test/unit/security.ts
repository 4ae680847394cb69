import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const opening = /registerUriHandler|isTrusted\s*[:=]\s*(true|\{)|enableCommandUris|supportHtml\s*[:=]\s*true/;

/** Source files that would let a link start a command. */
export function opensToLinks(folder: string): string[] {
  return sourcesWith(folder, opening);
}

/** Names of the source files in which something stands. */
export function sourcesWith(folder: string, words: RegExp): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  if (names.length === 0) throw new Error(`no sources in ${folder}`);
  return names.filter((name) => words.test(readFileSync(path.join(folder, name), 'utf8')));
}
