import type { Description } from '../../../server/describe-report';
import { resultBody, runChooser } from '../../../src/run/view/body';
import type { Shown } from '../../../src/run/view/shown';

/** The markup of the result view, at the beginning of 1970 if nothing else is said. */
export function shownAs(description: Description, parts: Partial<Shown> = {}): string {
  const can = { runAgain: true, runWith: true, compare: false };
  const shown = { id: 1, description, runs: [], can, now: 0, ...parts };
  return runChooser(shown) + resultBody(shown);
}
