import { LineIndex } from '../document/line-index';
import type { DocumentKind } from '../document/located-document';
import type { Checked } from '../rules/check';
import type { Made } from '../rules/repair';
import { withoutUrlPasswords } from '../url-passwords';

export type Findings = Pick<Checked, 'diagnostics' | 'contexts'>;

export const nothing: Findings = { diagnostics: [], contexts: [] };

/** What is printed of a file. */
export type FileResult = ReturnType<typeof fileResult> & { readonly fixed?: readonly FixedResult[] };
export type FixedResult = ReturnType<typeof fixedResult>;

export function fileResult(
  path: string,
  kind: DocumentKind | 'other',
  text: string,
  { contexts, diagnostics }: Findings,
) {
  const lines = new LineIndex(text);
  return {
    path,
    kind,
    contexts: contexts.map((context) => ({ ...context, kubectl: withoutUrlPasswords(context.kubectl) })),
    diagnostics: diagnostics.map(({ code, severity, message, start, end, kubectl, fixes }) => ({
      code,
      severity,
      message: withoutUrlPasswords(message),
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      kubectl: withoutUrlPasswords(kubectl),
      fixes: fixes().map(({ title, kind: how }) => ({ title, kind: how })),
    })),
  };
}

/** A finding that is gone, where it was in the text as it was first. */
export function fixedResult({ code, severity, title, kind, start, end }: Made, lines: LineIndex) {
  const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
  return { code, severity, title, kind, range };
}
