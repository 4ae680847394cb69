import type { Diagnostic } from '../rules/check';

/** Nobody reads more, and an editor that is sent a hundred thousand is slow. */
const most = 1000;

/** Of very many only the first, the gravest before others, and how many are left out. */
export function mostOf(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length <= most) return found;
  const errors = found.filter(({ severity }) => severity === 'error');
  const others = found.filter(({ severity }) => severity !== 'error');
  const shown = [...errors, ...others].slice(0, most).toSorted((a, b) => a.start - b.start);
  const [first] = shown;
  if (!first) return shown;
  const message = `${found.length - most} more findings are not shown. Correct these first.`;
  const note = { code: 'too-many', severity: 'information', message, kubectl: null } as const;
  return [...shown, { ...note, start: first.start, end: first.end, link: first.link, fixes: () => [] }];
}
