import assert from 'node:assert/strict';
import { sentExecInfo } from '../../../server/plugin/exec-info';
import { judge, notJudged } from '../../../server/plugin/judge';
import { Phases } from '../../../server/plugin/phases';
import type { Refusal } from '../../../server/plugin/refusal';
import { reportOf } from '../../../server/plugin/report';
import type { Outcome } from '../../../server/plugin/spawn';
import type { ExecTarget } from '../../../server/plugin/target';
import type { RunReport } from '../../../server/protocol';
import { type FakeFile, fakeEnvironment, targetWith } from './fakes';

export interface Played {
  readonly target?: ExecTarget;
  readonly stdout?: string | Uint8Array;
  readonly stderr?: string;
  readonly ending?: Partial<Pick<Outcome, 'exitCode' | 'signal' | 'stopped'>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, FakeFile>>;
  /** Default: none, so that stdout is judged. */
  readonly refusal?: Refusal;
}

/** The report of a plugin that wrote this, without a process. The time is the beginning of 2030. */
export function reportFor({
  target = targetWith(),
  stdout = '',
  stderr = '',
  ending,
  variables = {},
  files = {},
  refusal,
}: Played): RunReport {
  const bytes = Buffer.from(stdout);
  const environment = fakeEnvironment({
    variables,
    files: { '/here/main': { kind: 'directory' }, ...files },
  });
  const execInfo = sentExecInfo(target, environment, false);
  assert.ok(typeof execInfo === 'string');
  const outcome: Outcome = {
    error: null,
    stdout: bytes,
    stdoutBytes: bytes.length,
    stderr,
    exitCode: 0,
    signal: null,
    stopped: null,
    durationMs: 1,
    ...ending,
  };
  const resolved = { command: 'demo-cred', path: '/bin/demo-cred' };
  const judgement = refusal ? notJudged : judge(bytes, target.exec.apiVersion);
  return reportOf(
    target,
    environment,
    { resolved, execInfo, outcome, refusal: refusal ?? null, phases: new Phases() },
    judgement,
    0,
    environment.now(),
  );
}
