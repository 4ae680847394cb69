import { reasonText, textReport } from '../../../../server/cli/report-text';
import { acceptance } from '../../../../server/cli/run-expectation';
import { junitOf } from '../../../../server/cli/run-junit';
import { matrixJson, matrixText } from '../../../../server/cli/run-matrix';
import { outcomeOf } from '../../../../server/cli/run-outcome';
import { compareReports } from '../../../../server/compare-reports';
import { describeReport } from '../../../../server/describe-report';
import type { Plan } from '../../../../server/plugin/plan';
import type { RunOverrides, RunReport } from '../../../../server/protocol';
import { approvalOf, questionDetail, type ReadyPlan } from '../../../../src/run/approval';
import { compareHtml } from '../../../../src/run/compare/compare-html';
import { comparisonMarkdown } from '../../../../src/run/compare/comparison';
import { sideOf } from '../../../../src/run/compare/side';
import { resultMarkdown } from '../../../../src/run/result-markdown';
import { stateOf } from '../../../../src/run/result-state';
import { testOutcome } from '../../../../src/run/testing/outcome';
import { shownAs } from '../../src/shown';

/**
 * Everything that is made of a run: what crosses the wire, the view, the report that is copied, each format of the
 * command line, the question before the run. What is marked up also as it is read.
 */
export function surfacesOf(
  report: RunReport,
  plan: Omit<Plan, 'approvalId'>,
  overrides: RunOverrides = {},
): string[] {
  const outcome = outcomeOf(overrides, report);
  const cancelled = outcomeOf(overrides, null);
  const description = describeReport(report);
  const ready: ReadyPlan = { ...plan, ...readyBut, user: report.user, context: report.context };
  const html = shownAs(description);
  const markdown = resultMarkdown(description);
  const junit = junitOf({
    outcomes: [outcome],
    expected: acceptance,
    kubernetesVersion: undefined,
  });
  const texts = [
    ...stringsIn(report),
    ...stringsIn(description),
    ...stringsIn(plan),
    ...stringsIn(matrixJson([], [outcome, cancelled], acceptance)),
    matrixText([outcome, cancelled], acceptance),
    spelledColors(report),
    JSON.stringify(report),
    markdown,
    markdown.replace(/\\([\\`*_{}[\]<>#|])/g, '$1'),
    html,
    readHtml(html),
    junit,
    readHtml(junit),
    textReport(report),
    ...stringsIn(testOutcome({ kind: 'ran', run: { id: 1, report, asked } })),
    ...reasonText(report),
    ...comparisonsOf(report),
    ...stringsIn(stateOf(report, { kind: 'run', request: { ...asked.request, overrides } }, false)),
    ...stringsIn(approvalOf(ready, 0)),
    questionDetail(ready, undefined),
  ];
  return [...new Set(texts)];
}

const readyBut = { kind: 'ready', approvalId: '0', forced: false, timeoutSeconds: 60 } as const;

/** Beside itself, and beside a run of which everything is another. */
function comparisonsOf(report: RunReport): string[] {
  const other = { ...report, stderr: '', credential: null, findings: [], execInfo: null, user: 'x' };
  return [report, other].flatMap((after) => {
    const differences = compareReports(report, after);
    const comparison = { before: sideOf(report), after: sideOf(after), differences };
    const markup = compareHtml(comparison, { cspSource: '', style: '', script: '' });
    return [...stringsIn(comparison), comparisonMarkdown(comparison), markup, readHtml(markup)];
  });
}

const asked = { kind: 'run', request: { uri: 'file:///here/kubeconfig' } } as const;

/** Not as JSON: an escape would add letters to what stands beside it. */
function stringsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, item]) => [name, ...stringsIn(item)]);
}

function spelledColors({ stderrStyles }: RunReport): string {
  return stderrStyles
    .flatMap(({ foreground = '', background = '' }) => [foreground, background])
    .filter((color) => color.startsWith('#'))
    .join('')
    .replaceAll('#', '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Without tags and entities, as somebody sees or copies it. */
function readHtml(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name) return entities[name] ?? all;
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
    });
}
