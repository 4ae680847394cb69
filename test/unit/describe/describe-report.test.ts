import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeReport, overrideWords } from '../../../server/describe-report';
import type { Place, RunReport } from '../../../server/protocol';
import { reportFor } from '../plugin/reports';

const accepted = reportFor({
  stdout: JSON.stringify({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status: { token: 'made-up-for-this-test' },
  }),
  stderr: 'hello\n',
});
const titles = (report: RunReport) => describeReport(report).sections.map(({ title }) => title);

test('standard error comes first if the plugin was rejected, else last', () => {
  assert.equal(titles(accepted).at(-1), 'Standard error');
  const rejected = reportFor({ stdout: 'no', stderr: 'why\n' });
  assert.equal(titles(rejected)[0], 'Standard error');
});

test('of a run in the terminal it is told where standard error went', () => {
  const { sections } = describeReport({ ...accepted, stderr: '', stderrStyles: [], terminal: true });
  assert.deepEqual(sections.at(-1), {
    title: 'Standard error',
    rows: [],
    note: 'It went to the terminal, and is not kept.',
  });
});

test('what was not started was given nothing', () => {
  const { sections } = describeReport({ ...accepted, execInfo: null });
  assert.equal(
    sections.find(({ title }) => title.includes('KUBERNETES_EXEC_INFO'))?.note,
    'Nothing: it was not started.',
  );
});

test('everything that was simulated has its words', () => {
  const words = overrideWords({
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    interactive: false,
    provideClusterInfo: true,
    cluster: 'other',
    env: { A: '', B: null, C: '' },
    cwd: '/here',
    kubernetesVersion: '1.29',
    execInfo: '',
  });
  assert.deepEqual(words, [
    'kubectl 1.29',
    'v1beta1',
    'not interactive',
    'cluster information',
    'cluster other',
    'with A, C',
    'without B',
    'in /here',
    'edited input',
  ]);
});

describe('a place', () => {
  const place = (uri: string, line: number): Place => ({ uri, line, character: 0 });
  const finding = { code: 'c', severity: 'warning', message: 'm' } as const;
  const report = (source: string): RunReport => ({
    ...accepted,
    execInfoSources: [{ pointer: '/apiVersion', ...place('file:///here/config', 6) }],
    findings: [{ ...finding, place: place(source, 2) }, finding],
  });

  test('is named by its line, counted from one', () => {
    const { findings, sections } = describeReport(report('file:///here/config'));
    assert.deepEqual(
      findings.map(({ at }) => at),
      ['line 3', undefined],
    );
    const input = sections.find((section) => section.input)?.input;
    assert.deepEqual(input?.sources, [{ pointer: '/apiVersion', at: 'line 7' }]);
  });

  test('is named with its file if there are several', () => {
    const { findings } = describeReport(report('file:///here/other%20one%'));
    assert.equal(findings[0]?.at, 'other%20one%, line 3');
    assert.equal(describeReport(report('file:///here/b%20c')).findings[0]?.at, 'b c, line 3');
  });
});
