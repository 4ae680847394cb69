import * as z from 'zod/mini';
import { unwrap } from './field';

/** The known name that differs in case only, or in `-` and `_`. */
export function sameLetters(name: string, known: readonly string[]): string | undefined {
  const wanted = letters(name);
  return known.find((candidate) => letters(candidate) === wanted);
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The known name that is one or two typing errors away, for names that are long enough to tell. */
export function nearMiss(name: string, known: readonly string[]): string | undefined {
  const allowed = name.length > 8 ? 2 : name.length > 3 ? 1 : 0;
  return known.find((candidate) => editDistance(name, candidate, allowed) <= allowed);
}

/** The field of an object below which a name is known, for a key that stands one level too high. */
export function homeBelow(name: string, object: z.ZodMiniObject): string | undefined {
  // Too many things have a name to guess whose it is.
  if (name === 'name') return undefined;
  return Object.keys(object.shape).find((key) => {
    const child = unwrap(object.shape[key] as z.ZodMiniType);
    return child instanceof z.ZodMiniObject && sameLetters(name, Object.keys(child.shape)) !== undefined;
  });
}

/** Insertions, deletions and substitutions between two texts; more than `limit` counts as endless. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
