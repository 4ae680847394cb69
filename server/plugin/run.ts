import type { Environment } from '../environment';
import type { RunReport } from '../protocol';
import { attempt } from './attempt';
import { judge, notJudged } from './judge';
import { inFolder } from './overrides';
import { reportOf } from './report';
import type { ExecTarget, RunOptions } from './target';

/** Resolves, runs, decodes, judges and redacts. Whatever the plugin does, there is a report. */
export async function runPlugin(
  target: ExecTarget,
  environment: Environment,
  options: RunOptions,
): Promise<RunReport> {
  const startedAt = environment.now();
  const run = await attempt(target, inFolder(target, environment), options);
  const judgement =
    run.refusal || !run.outcome
      ? notJudged
      : judge(run.outcome.stdout, target.exec.apiVersion, target.kubernetesVersion, run.phases);
  return reportOf(target, environment, run, judgement, startedAt, environment.now());
}
