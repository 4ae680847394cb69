import { type Edit, overlap } from '../edits/edit';

/** What a diagnostic offers; see `Fix` in rules/rule.ts. */
export interface Offer {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly kind: 'safe' | 'repair' | 'choice';
}

/** As much of a diagnostic as actions need. */
export interface Fixable {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  fixes(): readonly Offer[];
}

export interface QuickFix<D extends Fixable> {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What it puts right. */
  readonly diagnostics: readonly D[];
  /** Whether it is the one that a person would choose without looking. */
  readonly preferred: boolean;
}

/** Absolute offsets. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

export function isTouched(diagnostic: Selection, { start, end }: Selection): boolean {
  return diagnostic.start <= end && diagnostic.end >= start;
}

/** What can be put right about some diagnostics. */
export function quickFixes<D extends Fixable>(found: readonly D[]): QuickFix<D>[] {
  return joined(
    found.flatMap((diagnostic) =>
      diagnostic
        .fixes()
        .filter(({ edits }) => edits.length > 0)
        .map(({ title, edits, kind }, index) => ({
          title,
          edits,
          diagnostics: [diagnostic],
          preferred: index === 0 && kind !== 'choice',
        })),
    ),
  );
}

/** One action where several diagnostics are put right by the same edits. */
function joined<D extends Fixable>(fixes: readonly QuickFix<D>[]): QuickFix<D>[] {
  const known = new Map<string, QuickFix<D>>();
  for (const fix of fixes) {
    const key = JSON.stringify(fix.edits);
    const same = known.get(key);
    const diagnostics = [...(same?.diagnostics ?? []), ...fix.diagnostics];
    known.set(key, { ...(same ?? fix), diagnostics, preferred: (same?.preferred ?? false) || fix.preferred });
  }
  return [...known.values()];
}

/**
 * Everything that can be put right at once without changing what the document means: the preferred fix of each
 * diagnostic, if it is a safe one. Of those that would change the same place, the first.
 */
export function fixAll(all: readonly Fixable[]): readonly Edit[] {
  const made: Edit[] = [];
  for (const diagnostic of all) {
    const [fix] = diagnostic.fixes();
    if (fix?.kind === 'safe' && !overlap(made, fix.edits)) made.push(...fix.edits);
  }
  return made;
}
