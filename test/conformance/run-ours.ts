import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import type { Environment } from '../../server/environment';
import { nodeEnvironment } from '../../server/environment-node';
import { defaultMaxOutputBytes } from '../../server/plugin';
import type { RunReport } from '../../server/protocol';
import { choose, run } from '../../server/run';
import { recordedRelease } from './release';
import type { Kubectl, Place, PluginRun, Scenario } from './run-corpus';
import { withFlags } from './run-flags';

/** What this project makes of a scenario, in the terms of the corpus. */
export interface Ours {
  readonly verdict: Kubectl['verdict'];
  readonly message: string | null;
  /** `null`: the plugin was not started. */
  readonly report: Pick<RunReport, 'verdict' | 'kubectl' | 'stderr' | 'findings' | 'credential'> | null;
  readonly runs: readonly PluginRun[];
}

/** Codes of findings that say that kubectl would not run the plugin. */
const neverRuns = new Set(['exec-unused', 'plain-http-server', 'no-cluster']);

export async function runOurs(scenario: Scenario, place: Place): Promise<Ours> {
  const path = join(place.dir, scenario.kubeconfig);
  prepare(scenario, place, path);
  const report = scenario.stdin
    ? await byCommand(scenario, place, path)
    : await inProcess(scenario, place, path);
  const runs = runsIn(place, variablesOf({ ...scenario, env: {} }, place));
  if (report.findings.length === 0 && report.kubectl !== null && runs.length === 0) {
    return { verdict: 'error', message: report.kubectl, report: null, runs };
  }
  const unused = report.findings.find(({ code }) => neverRuns.has(code));
  const verdict = report.verdict === 'accepted' ? 'accepted' : 'error';
  return {
    verdict: unused ? 'plugin not run' : verdict,
    message: unused ? null : report.kubectl,
    report,
    runs,
  };
}

export function prepare({ template, flags }: Scenario, { dir }: Place, path: string): void {
  if (template) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('<DIR>', dir));
  if (flags) writeFileSync(path, withFlags(readFileSync(path, 'utf8'), flags));
}

type Report = NonNullable<Ours['report']>;

async function inProcess(scenario: Scenario, place: Place, path: string): Promise<Report> {
  const environment: Environment = {
    ...nodeEnvironment,
    cwd: place.cwd,
    home: place.home,
    variables: variablesOf(scenario, place),
  };
  const { text, fault } = decodeBytes(environment.files.read(path));
  const choice = choose(
    { document: new Kubeconfig(text, fault ? [fault] : []), path, displayPath: path },
    { kubernetesVersion: recordedRelease },
    environment,
  );
  if (choice.kind === 'refused')
    return { verdict: 'rejected', kubectl: choice.kubectl, stderr: '', findings: [], credential: null };
  return run(choice, environment, {
    timeoutMs: scenario.requestTimeout ? Number.parseFloat(scenario.requestTimeout) * 1000 : 60_000,
    interactive: false,
    maxOutputBytes: defaultMaxOutputBytes,
    signal: new AbortController().signal,
  });
}

export function variablesOf({ PATH = '/usr/bin:/bin', env }: Scenario, place: Place): Record<string, string> {
  return { PATH: PATH.replaceAll('<DIR>', place.dir), HOME: place.home, ORACLE_LOG: place.log, ...env };
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The command line, with a pipe or a terminal as its standard input. */
async function byCommand(scenario: Scenario, place: Place, path: string): Promise<Report> {
  const flags = ['--interactive', '--yes', '--format', 'json', '--kubernetes-version', recordedRelease];
  const args = ['--import', loader, main, 'run', path, ...flags];
  const variables = Object.entries(variablesOf(scenario, place)).map(([name, value]) => `${name}=${value}`);
  const command = ['env', '-i', ...variables, process.execPath, ...args];
  const tty = scenario.stdin === 'tty';
  const line = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const output = join(place.log, 'report.json');
  const child = spawn('/bin/sh', ['-c', tty ? terminal(`${line} >'${output}'`) : `${line} >'${output}'`], {
    cwd: place.cwd,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin?.on('error', () => {});
  child.stdin?.write(tty ? 'typed\n' : 'piped\n');
  await new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  return JSON.parse(readFileSync(output, 'utf8')) as RunReport;
}

function terminal(line: string): string {
  return `exec script -qec '${line.replaceAll("'", "'\\''")}' /dev/null`;
}

/** Why no scenario with a terminal can be run here, or `undefined`. */
export function noTerminal(): string | undefined {
  if (process.platform === 'linux' && existsSync('/usr/bin/script')) return undefined;
  return 'there is no "script" of util-linux to get a terminal from';
}

/** The input, and the mark by which the server finds the processes of a run again, which kubectl has no use for. */
const besides = new Set(['KUBERNETES_EXEC_INFO', 'KUBECONFIG_EXEC_RUN']);

export function runsIn({ log }: Place, base: Readonly<Record<string, string>>): PluginRun[] {
  const names = readdirSync(log).filter((name) => name.startsWith('run.'));
  return names.sort().map((name) => {
    const text = (file: string) => readFileSync(join(log, name, file), 'utf8');
    const variables = text('env')
      .split('\0')
      .slice(0, -1)
      .map((entry) => entry.split(/=(.*)/s));
    const all = Object.fromEntries(variables) as Record<string, string>;
    if (Object.keys(all).length !== variables.length) throw new Error('a variable was given twice');
    const own = Object.entries(all).filter(([key, value]) => base[key] !== value && !besides.has(key));
    return {
      argv: text('argv').split('\0').slice(0, -1),
      stdin: text('stdin').trim(),
      cwd: text('cwd').trim(),
      execInfo: all['KUBERNETES_EXEC_INFO'] ?? '',
      env: Object.fromEntries(own),
    };
  });
}
