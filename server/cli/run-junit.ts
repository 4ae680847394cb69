import { version } from '../../package.json';
import { comparison, type Expectation, isMet } from './run-expectation';
import type { AnyReport, Outcome } from './run-outcome';
import { element, xmlText } from './xml';

export interface Junit {
  readonly outcomes: readonly Outcome[];
  readonly expected: Expectation;
  /** Release of kubectl that was done as. */
  readonly kubernetesVersion: string | undefined;
}

/** One suite with a case for each run, as most CI services read it. */
export function junitOf({ outcomes, expected, kubernetesVersion }: Junit): string {
  const reports = outcomes.flatMap(({ report }) => (report ? [report] : []));
  const failures = reports.filter((report) => !isMet(expected, report)).length;
  const totals = {
    tests: outcomes.length,
    failures,
    errors: 0,
    skipped: outcomes.length - reports.length,
    time: seconds(reports.reduce((sum, report) => sum + durationOf(report), 0)),
  };
  const [first] = reports;
  const name = `exec plugin of ${first?.user ?? 'a kubeconfig'}`;
  const suite = element(
    'testsuite',
    { name, ...totals, timestamp: first?.startedAt?.replace(/\.\d+Z$|Z$/, '') },
    element('properties', {}, ...properties(first, kubernetesVersion)),
    ...outcomes.map((outcome) => testCase(outcome, expected)),
  );
  const all = element('testsuites', { name: 'kubeconfig-exec run', ...totals }, suite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all.replaceAll('><', '>\n<')}\n`;
}

function properties(report: AnyReport | undefined, kubernetesVersion: string | undefined): string[] {
  const values = {
    'kubeconfig-exec': version,
    kubernetesVersion,
    kubeconfig: report?.kubeconfig,
    context: report?.context,
    cluster: report?.cluster,
    user: report?.user,
    command: report?.process.command && [report.process.command, ...(report.process.args ?? [])].join(' '),
    executable: report?.process.resolvedPath,
    variables: report?.process.envNames?.join(', '),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value ? [element('property', { name, value })] : [],
  );
}

function testCase(outcome: Outcome, expected: Expectation): string {
  const { name, report } = outcome;
  const attributes = { name, classname: 'kubeconfig-exec', time: seconds(report ? durationOf(report) : 0) };
  if (!report) return element('testcase', attributes, element('skipped', { message: 'Not run: cancelled.' }));
  const stderr = report.stderr ? [element('system-err', {}, xmlText(report.stderr))] : [];
  const failure = isMet(expected, report) ? [] : [failureOf(outcome, report, expected)];
  return element('testcase', attributes, ...failure, ...stderr);
}

function failureOf(outcome: Outcome, report: AnyReport, expected: Expectation): string {
  const { summary, kubectl, findings, reason, verdict } = report;
  const compared = comparison(expected, [outcome]);
  const message = kubectl ?? (verdict === expected.verdict ? summary : compared) ?? compared;
  const lines = [
    summary ?? '',
    compared,
    ...(findings ?? []).map((finding) => `${finding.severity}: ${finding.message}`),
  ];
  return element('failure', { message, type: reason ?? verdict ?? undefined }, xmlText(lines.join('\n')));
}

function durationOf({ process: ran }: AnyReport): number {
  return ran.durationMs ?? 0;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
