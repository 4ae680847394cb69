/** As much of a diagnostic as is compared. */
export interface Reported {
  readonly message?: string;
  readonly code?: unknown;
  readonly source?: string | undefined;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** `vscode.DiagnosticSeverity.Error`. */
const error = 0;

/** What it says of a key that stands twice, which kubectl accepts. */
export const uniqueKeys = /keys must be unique/i;

/**
 * Of our diagnostics those that the other YAML extension has not made: where it says that the syntax is
 * broken, we don't say it again. What only kubectl refuses stays.
 */
export function withoutDoubles<D extends Reported>(ours: readonly D[], theirs: readonly Reported[]): D[] {
  const errors = theirs.filter(({ source, severity }) => source === 'YAML' && severity === error);
  if (errors.length === 0) return [...ours];
  const broken = errors.some(({ message = '' }) => !uniqueKeys.test(message));
  return ours.filter((mine) => {
    const code = codeOf(mine);
    if (code === 'syntax') return !broken;
    return code !== 'duplicate-key' || !errors.some((other) => touch(mine, other));
  });
}

function touch({ range: a }: Reported, { range: b }: Reported): boolean {
  return a.start.line <= b.end.line && b.start.line <= a.end.line;
}

function codeOf({ code }: Reported): unknown {
  return typeof code === 'object' && code !== null ? (code as { value?: unknown }).value : code;
}
