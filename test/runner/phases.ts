import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counts, oneFailed, onePassed } from './counts';
import { runLive } from './kubectl';
import { runNodeTests } from './node-tests';
import { run } from './process';

export interface Phase {
  readonly name: string;
  readonly about: string;
  /** Whether what follows would say nothing new when this fails. */
  readonly gate?: true;
  run(): Promise<Counts>;
}

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** In the order in which they run: what is cheap and tells most comes first. */
export const phases: readonly Phase[] = [
  command('build', 'the bundles (always made before tests that need them)', ['esbuild.mjs']),
  command('lint', 'Biome, warnings are errors', [
    bin('@biomejs/biome', 'biome'),
    'check',
    '--error-on-warnings',
    '.',
  ]),
  command('typecheck', 'TypeScript over the whole repository', [bin('typescript', 'tsc'), '--noEmit']),
  command('typecheck-view', 'TypeScript over the page of the result view', [
    bin('typescript', 'tsc'),
    '--noEmit',
    '-p',
    'src/run/view',
  ]),
  {
    name: 'unit',
    about: 'unit, protocol and conformance tests with node:test',
    run: () => runNodeTests(root, ['test/unit', 'test/protocol', 'test/conformance']),
  },
  {
    name: 'kubectl',
    about: 'the recorded verdicts against the kubectl of this machine, if it has one',
    run: runLive,
  },
  {
    name: 'vscode',
    about: 'suites in a real VS Code, in a trusted and in a restricted workspace',
    run: async () => (await import('../vscode/run')).runSuites(root),
  },
  {
    name: 'vsix',
    about: 'the package: what is in it, and a user’s way through it in a browser',
    run: async () => (await import('../vscode/vsix')).runVsixDrive(root),
  },
  {
    name: 'start',
    about: 'npm start, and that nothing of it is left when it is ended',
    run: async () => (await import('../start/check')).checkStart(root),
  },
];

function command(name: string, about: string, args: readonly string[]): Phase {
  const execute = async () =>
    (await run(process.execPath, args, { cwd: root })) === 0 ? onePassed : oneFailed;
  return { name, about, gate: true, run: execute };
}

function bin(packageName: string, name: string): string {
  return path.join(root, 'node_modules', packageName, 'bin', name);
}
