import { editDistance } from '../../schema/spelling';

/**
 * The one name that is meant: the same but for case and blanks, else the nearest by a few typing errors, else the
 * only one that there is. `undefined` if several are as likely.
 */
export function nearName(name: string, known: readonly string[]): string | undefined {
  const all = [...new Set(known)];
  const letters = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_.-]/g, '');
  const same = all.filter((each) => letters(each) === letters(name));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  return misspelt(name, all) ?? (all.length === 1 ? all[0] : undefined);
}

function misspelt(name: string, known: readonly string[]): string | undefined {
  const most = Math.min(3, Math.floor(name.length / 3));
  for (let limit = 1; limit <= most; limit++) {
    const near = known.filter((each) => editDistance(name, each, limit) <= limit);
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  }
  return undefined;
}
