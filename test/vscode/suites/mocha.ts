import { writeFileSync } from 'node:fs';
import type { Outcome } from '../outcome';

/** Runs tests in the extension host and leaves their outcomes in the file that the runner reads. */
export async function runMocha(define: () => void): Promise<void> {
  process.setSourceMapsEnabled(true);
  // Mocha is an ES module and this file becomes CommonJS, as VS Code wants it.
  const { default: Mocha } = await import('mocha');
  // Says nothing itself: the runner tells the outcomes once VS Code has ended.
  class Silent extends Mocha.reporters.Base {}
  const mocha = new Mocha({ timeout: 30_000, reporter: Silent });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  define();

  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) =>
      outcomes.push({ title: test.fullTitle(), state: 'passed', ms: test.duration }),
    );
    runner.on('pending', (test) => outcomes.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error) => {
      outcomes.push({ title: test.fullTitle(), state: 'failed', detail: error.stack ?? String(error) });
    });
  });
  const { KUBECONFIG_EXEC_TEST_OUTCOMES: file } = process.env;
  if (file) {
    writeFileSync(file, JSON.stringify(outcomes));
  }
  if (failures > 0) {
    throw new Error(`${failures} failed`);
  }
}
