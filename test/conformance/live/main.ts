import { kubectls } from './kubectl';
import { compareLoad } from './load';
import { compareRefactorings } from './refactor';
import { compareRenames } from './rename';
import { compareRun } from './run';

/** Asks every kubectl that is there about the recorded cases again; exit status 1 on any difference. */
async function main(): Promise<void> {
  const found = kubectls();
  if (found.length === 0) {
    console.warn(
      'There is no kubectl to ask. Put one on PATH, or name some in KUBECTL, with commas between.',
    );
    process.exitCode = 2;
    return;
  }
  for (const kubectl of found) {
    const differences = [
      ...(await compareLoad(kubectl)),
      ...(await compareRun(kubectl)),
      ...(await compareRefactorings(kubectl)),
      ...(await compareRenames(kubectl)),
    ];
    for (const difference of differences) console.warn(`✘ ${difference}`);
    console.warn(`kubectl ${kubectl.version} (${kubectl.path}): ${differences.length} differences`);
    if (differences.length > 0) process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
