import { nodeEnvironment } from '../environment-node';
import { shownOverrides } from '../plugin';
import type { RunOverrides } from '../protocol';
import { type Choice, choose, plan } from '../run';
import { approved, canAsk } from './approval';
import { configurationOf } from './configuration';
import { helpText } from './help';
import { failure, usageError, write } from './output';
import { refusalReport } from './refusal-report';
import { runUntilSignal } from './run-all';
import { judgeAnswer } from './run-answer';
import { type RunArguments, runArguments } from './run-arguments';
import { printInput, withInput } from './run-input';
import { type Outcome, outcomeOf } from './run-outcome';
import { combinations } from './run-overrides';
import { tellOutcomes } from './run-result';

/** `run`: returns the exit status. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const asked = runArguments(args);
  if (asked === 'help') {
    write(helpText('run'));
    return 0;
  }
  if (typeof asked === 'string') return usageError(asked, 'run');
  if (asked.answer !== undefined) return judgeAnswer(asked.answer, asked);
  const request = await withInput(asked);
  if (typeof request === 'string') return failure(request);
  return runConfigured(request);
}

async function runConfigured(request: RunArguments): Promise<number> {
  const configuration = await configurationOf(request);
  if (typeof configuration === 'string') return failure(configuration);
  const choice = choose(configuration, request, nodeEnvironment);
  const all = combinations(request.matrix ?? [], request.overrides, request.kubernetesVersion);
  if (choice.kind === 'refused') {
    if (choice.cause === 'selection') return failure(choice.message);
    return tellOutcomes(refusedRuns(choice, all, configuration.path), request);
  }
  if (request.printsExecInfo) return printInput(choice, request);
  const problem = await disapproval(choice, request, all.length);
  if (problem !== undefined) return failure(problem);
  return tellOutcomes(await runUntilSignal(choice, all, request), request);
}

function refusedRuns(
  choice: Extract<Choice, { kind: 'refused' }>,
  all: readonly RunOverrides[],
  kubeconfig: string,
): Outcome[] {
  const report = refusalReport(choice, kubeconfig, new Date());
  return all.map((overrides) => {
    const shown = shownOverrides(overrides);
    const isChanged = Object.keys(shown).length > 0;
    return outcomeOf(shown, isChanged ? { ...report, overrides: shown } : report);
  });
}

/** Why it is not to be run; `undefined` if it is. */
async function disapproval(
  choice: Choice,
  request: RunArguments,
  times: number,
): Promise<string | undefined> {
  if (request.yes) return undefined;
  if (!canAsk()) {
    return 'this would run a program, and there is no terminal to ask on; add --yes to allow it';
  }
  const { plan: what, isCurrent } = await plan(choice, nodeEnvironment, request.timeoutSeconds);
  if (what.kind === 'refused') return what.message;
  if (!(await approved(what, times))) return 'not approved, so nothing was run';
  return isCurrent() ? undefined : 'the program has changed since you were asked, so nothing was run';
}
