import type { Environment } from '../environment';
import type { RunReport } from '../protocol';
import { placed } from './finding-places';
import { notJudged } from './judge';
import { Places } from './origin';
import { scrubbersFor } from './scrubbers';
import { sourcesOf } from './sources';
import type { ExecTarget } from './target';

/** A report that was made where only the target was known, not the text of its kubeconfig: with the places in it. */
export function placedReport(target: ExecTarget, report: RunReport, environment: Environment): RunReport {
  const { file } = scrubbersFor(target, environment, null, notJudged);
  const places = new Places((path) => file.known(path) === path);
  const sources = report.execInfo ? sourcesOf(target, report.execInfo, places) : undefined;
  const findings = placed(report.findings, target.origin, places);
  return { ...report, findings, ...(sources && { execInfoSources: sources }) };
}
