import { pluginOf } from '../catalog';
import type { ReportFinding } from '../protocol';
import type { Outcome } from './spawn';
import type { ExecTarget } from './target';

/** What the catalog says of an error of this very plugin. Only its fixed text is shown. */
export function knownErrorFindings({ exec }: ExecTarget, outcome: Outcome | null): ReportFinding[] {
  if (!outcome || (outcome.exitCode === 0 && !outcome.stopped)) return [];
  const plugin = pluginOf(exec)?.plugin;
  const error = plugin?.errors.find(({ message }) => outcome.stderr.includes(message));
  if (!error) return [];
  return [{ code: 'known-error', severity: 'information', message: `${error.cause} ${error.fix}` }];
}
