import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const opening = /registerUriHandler|isTrusted\s*[:=]\s*(true|\{)|enableCommandUris|supportHtml\s*[:=]\s*true/;

/** Source files that would let a link start a command. */
export function opensToLinks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => opening.test(readFileSync(path.join(folder, name), 'utf8')));
}
