import { kubectls } from '../conformance/live/kubectl';
import { compareLoad } from '../conformance/live/load';
import { compareRun } from '../conformance/live/run';
import { type Counts, nothing, oneFailed, onePassed } from './counts';
import { say } from './say';

/** One kubectl is enough here; `npm run conformance:live` asks all that KUBECTL names. */
export async function runLive(): Promise<Counts> {
  const [kubectl] = kubectls();
  if (!kubectl) {
    say('- skipped: there is no kubectl on PATH, so its recorded verdicts count as they are');
    return { ...nothing, skipped: 1 };
  }
  const differences = [...(await compareLoad(kubectl)), ...(await compareRun(kubectl))];
  for (const difference of differences) say(`✘ ${difference}`);
  say(`kubectl ${kubectl.version}: ${differences.length} differences from what was recorded`);
  return differences.length > 0 ? oneFailed : onePassed;
}
