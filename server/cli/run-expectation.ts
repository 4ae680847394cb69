import { refusedCodes } from '../context-refusal';
import { reasonCodes } from '../plugin';
import { printable } from '../printable';
import type { AnyReport, Outcome } from './run-outcome';

export interface Expectation {
  readonly verdict: 'accepted' | 'rejected';
  /** `null`: any that says something of the plugin. */
  readonly reason: string | null;
}

export const acceptance: Expectation = { verdict: 'accepted', reason: null };

/** The value of `--expect`, or words on what is wrong with it. */
export function expectationOf(value: string): Expectation | string {
  const [verdict, reason] = value.split(/=(.*)/s);
  if (verdict !== 'accepted' && verdict !== 'rejected') {
    return `--expect takes accepted, rejected or rejected=REASON, not "${value}"`;
  }
  if (reason === undefined) return { verdict, reason: null };
  if (verdict === 'accepted') return '--expect: what is accepted has no reason';
  const known = knownReasons();
  if (known.includes(reason)) return { verdict, reason };
  return `--expect: there is no reason "${reason}"; known: ${known.join(', ')}`;
}

/** Every reason that a report may have. */
export function knownReasons(): string[] {
  return [...reasonCodes(), ...Object.values(refusedCodes)].sort();
}

/** What was stopped, or printed more than is judged, has shown nothing of what kubectl would say. */
const withoutVerdict: ReadonlySet<string | null> = new Set([
  'cancelled',
  'not-judged',
  'output-too-large',
  'timed-out',
]);

export function isMet({ verdict, reason }: Expectation, report: AnyReport | null): boolean {
  if (report?.verdict !== verdict) return false;
  return reason === null ? !withoutVerdict.has(report.reason) : report.reason === reason;
}

/** One line on standard error, so that standard output holds nothing but the report. */
export function tellExpectation(expected: Expectation, outcomes: readonly Outcome[]): void {
  process.stderr.write(`${printable(comparison(expected, outcomes))}\n`);
}

export function comparison(expected: Expectation, outcomes: readonly Outcome[]): string {
  const wanted = verdictWords(expected);
  const others = outcomes.filter(({ report }) => !isMet(expected, report));
  const [first] = others;
  if (!first) return `As expected${outcomes.length > 1 ? ` in all ${outcomes.length} runs` : ''}: ${wanted}.`;
  if (outcomes.length === 1) return `Expected: ${wanted}. It was: ${resultOf(first)}.`;
  const list = others.map((outcome) => `${outcome.name} (${resultOf(outcome)})`);
  return `Expected: ${wanted}. ${others.length} of ${outcomes.length} runs were not: ${list.join('; ')}.`;
}

export function verdictWords({
  verdict,
  reason,
}: {
  readonly verdict: string;
  readonly reason: string | null;
}): string {
  return reason === null ? verdict : `${verdict}, ${reason}`;
}

function resultOf({ report }: Outcome): string {
  return report ? verdictWords({ verdict: report.verdict ?? 'rejected', reason: report.reason }) : 'not run';
}
