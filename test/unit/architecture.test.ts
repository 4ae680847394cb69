import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsOf, sourceFiles, violations } from './architecture';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

test('every arrow of the house is kept', () => {
  const files = sourceFiles(root);
  assert.ok(files.length > 100, 'the sources were found');
  assert.ok(
    files.some(({ imports }) => imports.includes('server/document/node')),
    'and their imports',
  );
  assert.deepEqual(violations(files), []);
});

describe('a broken arrow is found', () => {
  const broken: [file: string, name: string][] = [
    ['server/rules/x.ts', 'vscode'],
    ['server/x.ts', 'vscode'],
    ['src/run/x.ts', 'vscode-languageclient/node'],
    ['src/x.ts', 'server/rules/check'],
    ['src/x.ts', 'server/plugin'],
    ['src/run/x.ts', 'node:child_process'],
    ['server/main.ts', 'src/extension'],
    ['server/rules/x.ts', 'yaml'],
    ['server/features/x.ts', 'zod'],
    ['server/rules/x.ts', 'zod/v4'],
    ['server/cli/x.ts', 'node:child_process'],
    ['server/rules/x.ts', 'vscode-languageserver/node'],
    ['server/features/x.ts', 'vscode-languageserver-types'],
    ['server/cli/x.ts', 'vscode-languageserver'],
    ['server/run.ts', 'vscode-languageserver/node'],
    ['server/merged-files.ts', 'vscode-languageserver/node'],
    ['server/features/x.ts', 'server/lsp/connection'],
    ['server/features/x.ts', 'server/plugin/run'],
    ['server/features/x.ts', 'server/rules/check'],
    ['server/rules/x.ts', 'server/plugin'],
    ['server/rules/x.ts', 'server/cli/help'],
    ['server/rules/x.ts', 'server/features/hover'],
    ['server/document/x.ts', 'server/rules'],
    ['server/document/x.ts', 'server/plugin/run'],
    ['server/schema/x.ts', 'server/document/node'],
    ['server/go/x.ts', 'server/document/parse'],
    ['server/plugin/x.ts', 'server/rules/check'],
    ['server/command/x.ts', 'server/plugin/spawn'],
    ['server/command/x.ts', 'server/rules/rule'],
    ['server/command/x.ts', 'node:child_process'],
    ['server/credential/x.ts', 'server/plugin/scrub'],
    ['server/web/x.ts', 'server/plugin/run'],
    ['server/rules/x.ts', 'path-browserify'],
    ['server/protocol.ts', 'server/document/node'],
    ['server/recognize.ts', 'server/environment'],
  ];
  for (const [file, name] of broken) {
    test(`${file} → ${name}`, () => {
      const [found, ...more] = violations([{ path: file, imports: [name] }]);
      assert.match(found ?? '', new RegExp(`^${file} imports ${name}: .`));
      assert.deepEqual(more, []);
    });
  }
});

test('a whole arrow is none', () => {
  const whole = [
    { path: 'src/extension.ts', imports: ['vscode', 'server/protocol', 'src/run/command'] },
    { path: 'src/client/server.ts', imports: ['vscode-languageclient/node', 'vscode'] },
    {
      path: 'server/lsp/connection.ts',
      imports: ['vscode-languageserver/node', 'server/features/hover', 'vscode-uri'],
    },
    {
      path: 'server/rules/x.ts',
      imports: ['server/rules/rule', 'server/document/node', 'server/command/resolve', 'server/environment'],
    },
    { path: 'server/plugin/spawn.ts', imports: ['node:child_process'] },
    { path: 'server/document/compose.ts', imports: ['yaml', 'zod'] },
    { path: 'server/cli/check.ts', imports: ['server/rules/check', 'server/plugin', 'server/run'] },
  ];
  assert.deepEqual(violations(whole), []);
});

test('imports of every form are seen', () => {
  const text = `
import 'one';
import two from "two";
import { a, type B } from './three';
import type * as z from 'four';
import {
  c,
} from 'five';
export * from './six';
export { d } from 'seven';
const e = await import('eight');
const f = require('nine');
type G = import('ten').G;
const text = "import nothing from here";
`;
  assert.deepEqual(importsOf(text), 'one two ./three four five ./six seven eight nine ten'.split(' '));
});
