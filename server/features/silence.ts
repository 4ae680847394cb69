import { locate } from '../document/locate';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from '../edits/edit';
import { lineStart } from '../edits/lines';
import { isFlowRoot, styleOf } from '../edits/style';

/**
 * A comment above a line that silences a check there; see rules/silenced.ts. `undefined` where no comment may
 * stand: in JSON, and inside of a text over several lines, which it would become part of.
 */
export function silenceLine(document: LocatedDocument, code: string, offset: number): Edit | undefined {
  const { text } = document;
  if (isFlowRoot(document) || document.faults.length > 0) return undefined;
  const start = lineStart(text, offset);
  const around = locate(document, start);
  if (around?.on === 'value' && around.start < start) return undefined;
  const indentation = /^ */.exec(text.slice(start, offset))?.[0] ?? '';
  const newText = `${indentation}# kubeconfig-exec-disable-next-line ${code}${styleOf(document).lineBreak}`;
  return { start, end: start, newText };
}
