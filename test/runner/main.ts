import { endDescendantsOnExit } from '../host/process-tree';
import { type Counts, oneFailed, sum } from './counts';
import { type Phase, phases } from './phases';
import { say, secondsSince } from './say';

const usage = `Usage: npm test [-- PHASE…]

Runs every phase, or only those named, in this order:
${phases.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

One file of unit tests: npm run build && node --import tsx --test test/unit/NAME.test.ts

Environment:
  KUBECONFIG_EXEC_HOST_DIR  where the embedded VS Code is installed (default: in the user's cache)
  VSCODE_EXECUTABLE         a desktop VS Code for the phase vscode, instead of the embedded one
  CHROMIUM                  the browser (default: chromium or google-chrome on PATH)`;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    say(usage);
    return;
  }
  const unknown = args.find((arg) => !phases.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    console.error(`There is no phase '${unknown}'.\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const needsBuild = args.some((name) => ['unit', 'vscode'].includes(name));
  const chosen = phases.filter(
    ({ name }) => args.length === 0 || args.includes(name) || (name === 'build' && needsBuild),
  );
  await runAll(chosen);
}

async function runAll(chosen: readonly Phase[]): Promise<void> {
  const start = Date.now();
  const results: { phase: Phase; counts: Counts }[] = [];
  for (const [index, phase] of chosen.entries()) {
    const counts = await runOne(phase, `${index + 1}/${chosen.length}`);
    results.push({ phase, counts });
    if (phase.gate && counts.failed > 0) {
      break;
    }
  }
  const failed = results.filter(({ counts }) => counts.failed > 0).map(({ phase }) => phase.name);
  const notRun = chosen.slice(results.length).map(({ name }) => name);
  say(`\n== Summary (${secondsSince(start)})`);
  if (failed.length > 0) {
    say(`Failed: ${failed.join(', ')}${notRun.length > 0 ? `. Not run: ${notRun.join(', ')}` : ''}`);
    process.exitCode = 1;
  }
  const total = sum(results.map(({ counts }) => counts));
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
}

async function runOne(phase: Phase, position: string): Promise<Counts> {
  const start = Date.now();
  say(`\n== ${position} ${phase.name}: ${phase.about}`);
  let counts: Counts;
  try {
    counts = await phase.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = oneFailed;
  }
  say(`-- ${phase.name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${secondsSince(start)})`);
  return counts;
}

endDescendantsOnExit();
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
