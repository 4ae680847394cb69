import { chmodSync, createWriteStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureChromium } from '../host/chromium';
import { ensureHost } from '../host/install';
import { type Counts, nothing, oneFailed, onePassed, sum } from '../runner/counts';
import { say } from '../runner/say';
import type { Outcome } from './outcome';
import { copySample } from './sample';
import { runWebSuite } from './web';
import { yamlExtension } from './yaml/install';

type Suite = 'trusted' | 'restricted' | 'beside-yaml';

/** Runs the suites in a real VS Code: a desktop one if it is named, else the embedded one. */
export async function runSuites(root: string): Promise<Counts> {
  const { VSCODE_EXECUTABLE: desktop } = process.env;
  if (!desktop) {
    await ensureHost();
    await ensureChromium();
  }
  const bundles = path.join(root, '.vscode-test/suites');
  await build({
    entryPoints: ['trusted', 'restricted', 'beside-yaml'].map((name) =>
      path.join(root, `test/vscode/suites/${name}.ts`),
    ),
    outdir: bundles,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const trusted = await runSuite(root, 'trusted', bundles, desktop);
  const beside = await runSuite(root, 'beside-yaml', bundles, desktop);
  if (desktop) {
    say('- restricted workspace: @vscode/test-electron always turns workspace trust off on a desktop');
    return sum([trusted, beside, { passed: 0, failed: 0, skipped: 1 }]);
  }
  const restricted = await runSuite(root, 'restricted', bundles, undefined);
  return sum([trusted, beside, restricted, await runWebSuite(root)]);
}

export async function runSuite(
  root: string,
  suite: Suite,
  bundles: string,
  desktop: string | undefined,
): Promise<Counts> {
  const embedded = path.join(root, 'test/host/vscode-host.mjs');
  chmodSync(embedded, 0o755);
  const work = copySample(root);
  const extensions = suite === 'beside-yaml' ? await yamlExtension(root, work.temporary) : undefined;
  const outcomes = path.join(work.temporary, 'outcomes.json');
  const logFile = path.join(work.temporary, 'vscode.log');
  const log = createWriteStream(logFile);
  let failure: unknown;
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? embedded,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundles, `${suite}.js`),
      launchArgs: [work.sample, ...(extensions ? [`--extensions-dir=${extensions}`] : [])],
      extensionTestsEnv: {
        KUBECONFIG_EXEC_TEST_OUTCOMES: outcomes,
        KUBECONFIG_EXEC_TEST_TRUST: suite,
        // The embedded one takes no flags for it.
        ...(extensions && { KUBECONFIG_EXEC_TEST_EXTENSIONS: extensions }),
        SAMPLE_PLUGIN_MARKER: path.join(work.temporary, 'executed'),
      },
      stdout: log,
      stderr: log,
    });
  } catch (error) {
    failure = error;
  }
  if (existsSync(outcomes) && failure === undefined) {
    const counts = report(outcomes);
    work.remove();
    return counts;
  }
  const counts = existsSync(outcomes) ? report(outcomes) : nothing;
  if (counts.failed === 0) {
    say(`✘ the suite did not get to its end: ${failure}`);
    say(readFileSync(logFile, 'utf8').split('\n').slice(-25).join('\n'));
  }
  say(`  VS Code's log: ${logFile}`);
  return counts.failed > 0 ? counts : sum([counts, oneFailed]);
}

function report(file: string): Counts {
  const outcomes = JSON.parse(readFileSync(file, 'utf8')) as Outcome[];
  const marks = { passed: '✔', failed: '✘', skipped: '-' } as const;
  return sum(
    outcomes.map(({ title, state, ms, detail }) => {
      say(`${marks[state]} ${title}${ms === undefined ? '' : ` (${ms} ms)`}${detail ? `\n${detail}` : ''}`);
      return state === 'passed'
        ? onePassed
        : state === 'failed'
          ? oneFailed
          : { passed: 0, failed: 0, skipped: 1 };
    }),
  );
}
