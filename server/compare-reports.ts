import type { RunReport } from './protocol';
import { type Fact, type FactSection, factSections, factsOf } from './report-facts';

/** What two reports say of the same thing. */
export interface Difference {
  readonly section: FactSection;
  readonly label: string;
  /** `null`: the report has none. */
  readonly before: string | null;
  /** `null`: the report has none. */
  readonly after: string | null;
  /** `varies`: it is another one, as in any two runs. */
  readonly kind: 'equal' | 'varies' | 'differs';
  /** The values are taken from a file or a program, not words of ours. */
  readonly verbatim: boolean;
}

/** Two runs, fact by fact, in the order in which they are shown; what is equal, too. */
export function compareReports(before: RunReport, after: RunReport): Difference[] {
  const [first, second] = [byName(factsOf(before)), byName(factsOf(after))];
  const names = [...first.keys(), ...[...second.keys()].filter((name) => !first.has(name))];
  return names
    .flatMap((name) => difference(first.get(name), second.get(name)))
    .sort((a, b) => factSections.indexOf(a.section) - factSections.indexOf(b.section));
}

/** Several findings may have one code. */
function byName(facts: readonly Fact[]): Map<string, Fact> {
  const named = new Map<string, Fact>();
  for (const fact of facts) {
    const name = `${fact.section}\n${fact.label}`;
    const known = named.get(name);
    named.set(name, known ? { ...known, value: `${known.value}\n${fact.value}` } : fact);
  }
  return named;
}

function difference(before: Fact | undefined, after: Fact | undefined): Difference[] {
  const fact = after ?? before;
  if (!fact) return [];
  return [
    {
      section: fact.section,
      label: fact.label,
      before: before?.value ?? null,
      after: after?.value ?? null,
      kind: kindOf(before, after),
      verbatim: fact.verbatim === true,
    },
  ];
}

function kindOf(before: Fact | undefined, after: Fact | undefined): Difference['kind'] {
  if (before?.value === after?.value) return 'equal';
  if (!before || !after) return 'differs';
  if (before.varies) return 'varies';
  const [from, to] = [before.ms, after.ms];
  return from !== undefined && to !== undefined && !isNotable(from, to) ? 'varies' : 'differs';
}

/** Expired where the other is not, or more than twice as long and to be felt. */
function isNotable(from: number, to: number): boolean {
  const [less, more] = from < to ? [from, to] : [to, from];
  if (less < 0) return more >= 0;
  return more - less > 250 && more > 2 * less;
}
