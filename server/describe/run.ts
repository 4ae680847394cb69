import type { RunReport } from '../protocol';
import type { Row, Section } from './description';
import { inputOf } from './places';
import { overrideWords } from './simulated';
import { milliseconds } from './time';
import { phaseRows, timelineOf } from './timeline';

export function sentSection(report: RunReport): Section {
  const title = 'Input (KUBERNETES_EXEC_INFO)';
  const input = inputOf(report);
  return input
    ? { title, rows: [], text: JSON.stringify(input.value, null, 2), input }
    : { title, rows: [], note: 'Nothing: it was not started.' };
}

export function named(label: string, value: string | null): Row[] {
  return value === null ? [] : [{ label, value, verbatim: true }];
}

export function judgedSection(report: RunReport): Section {
  const { judged, process: ran } = report;
  const command = [ran.command, ...ran.args].join(' ');
  const rows: Row[] = [
    ...named('Document', judged?.document ?? null),
    ...named('apiVersion of the exec block', judged?.apiVersion ?? null),
    ...named('Kubeconfig', report.kubeconfig || null),
    ...drawnAbout(report),
    ...named('In place of', command || null),
    ...simulatedRows(report),
    { label: 'Judged', value: report.startedAt },
  ];
  return { title: 'Judged, not run', rows };
}

function simulatedRows({ overrides }: RunReport): Row[] {
  return overrides ? [{ label: 'Simulated', value: overrideWords(overrides).join(', '), drawn: true }] : [];
}

export function runSection(report: RunReport): Section {
  const { process: ran } = report;
  const timeline = timelineOf(ran.phases);
  const rows: Row[] = [
    ...named('Kubeconfig', report.kubeconfig),
    ...drawnAbout(report),
    ...named('Command', [ran.command, ...ran.args].join(' ')),
    {
      label: 'Executable',
      value: ran.resolvedPath ?? 'Not found',
      ...(ran.resolvedPath && { verbatim: true }),
    },
    ...named('Variables', ran.envNames.length > 0 ? ran.envNames.join(', ') : null),
    ...simulatedRows(report),
    { label: 'Outcome', value: outcomeOf(report) },
    { label: 'Duration', value: milliseconds(ran.durationMs) },
    ...phaseRows(timeline),
    { label: 'Standard output', value: `${ran.stdoutBytes} bytes` },
    { label: 'Started', value: report.startedAt },
  ];
  return { title: 'Run', rows, ...(timeline.length > 0 && { timeline }) };
}

/** Whom a report is about. */
export function aboutOf({ user, context, cluster }: RunReport): Row[] {
  return [...named('User', user || null), ...named('Context', context), ...named('Cluster', cluster)];
}

/** Above all sections stands the same. */
function drawnAbout(report: RunReport): Row[] {
  return aboutOf(report).map((row) => ({ ...row, drawn: true }));
}

function outcomeOf({ process: ran }: RunReport): string {
  if (ran.timedOut) return 'Stopped at the time limit';
  if (ran.cancelled) return 'Cancelled';
  if (ran.signal) return `Ended by ${ran.signal}`;
  return ran.exitCode === null ? 'Not started' : `Exit status ${ran.exitCode}`;
}

export function stderrSection({ stderr, stderrStyles, terminal }: RunReport): Section[] {
  const title = 'Standard error';
  const text = stderr.trimEnd();
  if (text === '') {
    return terminal ? [{ title, rows: [], note: 'It went to the terminal, and is not kept.' }] : [];
  }
  const styles = stderrStyles
    .filter(({ start }) => start < text.length)
    .map((style) => ({ ...style, end: Math.min(style.end, text.length) }));
  return [{ title, rows: [], text, styles }];
}
