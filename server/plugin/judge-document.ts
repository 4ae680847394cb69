import type { Environment } from '../environment';
import type { RunReport } from '../protocol';
import { judge } from './judge';
import { Phases } from './phases';
import { reportOf } from './report';
import type { Outcome } from './spawn';
import type { ExecTarget } from './target';

/** Judges a text as if the plugin of `target` had printed it. Nothing is executed. `name`: what to call it. */
export function judgeDocument(
  text: string | Uint8Array,
  name: string,
  target: ExecTarget,
  environment: Environment,
): RunReport {
  const stdout = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
  const outcome: Outcome = {
    error: null,
    stdout,
    stdoutBytes: stdout.length,
    stderr: '',
    exitCode: 0,
    signal: null,
    stopped: null,
    durationMs: 0,
  };
  const resolved = { command: target.exec.command, path: null };
  const attempt = { resolved, execInfo: null, outcome, refusal: null, phases: new Phases() };
  const judgement = judge(stdout, target.exec.apiVersion, target.kubernetesVersion);
  const now = environment.now();
  const report = reportOf(target, environment, attempt, judgement, now, now);
  const judged = { document: name, apiVersion: target.exec.apiVersion };
  return { ...report, judged, process: { ...report.process, exitCode: null } };
}

/** Any exec block of a version, for a cluster that kubectl runs plugins for. */
export function anyTarget(apiVersion: string, kubernetesVersion?: string): ExecTarget {
  return {
    kubeconfigPath: '',
    user: '',
    context: null,
    cluster: null,
    exec: {
      command: '',
      args: [],
      env: [],
      apiVersion,
      installHint: '',
      provideClusterInfo: false,
      interactiveMode: 'IfAvailable',
    },
    clusterInfo: {
      server: 'https://localhost',
      tlsServerName: '',
      insecureSkipTlsVerify: false,
      certificateAuthority: '',
      certificateAuthorityData: '',
      proxyUrl: '',
      disableCompression: false,
      configJson: 'null',
    },
    kubernetesVersion,
    secrets: [],
  };
}
