import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Measure, Row } from './result';

/** What a language server loads before a plugin is run; that it needs no more, test/protocol/loading.test.ts shows. */
const editing = ['server.js', ...['base', 'start', 'disk', 'documents'].map((name) => `server/${name}.js`)];

/** KiB, minified. */
const most: Readonly<Record<string, number>> = { 'server.js': 683, 'extension.js': 390 };

/** The production bundles, as they are packaged. */
export const measureSize: Measure = async (bundles) => {
  const sizeOf = (name: string) => statSync(path.join(bundles, name)).size / 1024;
  const names = readdirSync(bundles, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort();
  const sum = editing.reduce((all, name) => all + sizeOf(name), 0);
  return [
    ...names.map((name) => ({ ...row(name, sizeOf(name)), ...(name in most && { budget: most[name] }) })),
    row('all that a session loads to edit', sum),
  ];
};

function row(what: string, size: number): Row {
  const same = { median: size, fastest: size, slowest: size, p95: size, runs: 1 };
  return { subject: 'size', what, unit: 'KiB', ...same };
}
