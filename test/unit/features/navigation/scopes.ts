import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { Merged } from '../../../../server/document/merged';
import type { Scope } from '../../../../server/features/navigation/names';
import { cursor } from '../../cursor';

/** A text with a cursor, and the other texts that kubectl merges with it, before or behind it. */
export interface Given {
  readonly scope: Scope;
  readonly offset: number;
  readonly text: string;
}

export function alone(marked: string): Given {
  const { text, offset } = cursor(marked);
  const document = new Kubeconfig(text);
  return { scope: { document, files: [document] }, offset, text };
}

/** The one with the cursor is the one that is open. Files are called /here/0, /here/1, … */
export function together(...texts: readonly string[]): Given {
  const files = texts.map((marked, index) => {
    const has = /[|‸]/.test(marked);
    const { text, offset } = has ? cursor(marked) : { text: marked, offset: undefined };
    return { document: new Kubeconfig(text), path: `/here/${index}`, displayPath: `/here/${index}`, offset };
  });
  const merged = new Merged(files);
  const at = files.findIndex(({ offset }) => offset !== undefined);
  const document = merged.files[at]?.document;
  if (!document) throw new Error('one text needs a cursor');
  const scope = { document, files: merged.files.map((file) => file.document) };
  return { scope, offset: files[at]?.offset ?? 0, text: document.text };
}

/** The line of an offset, from 1, and what is between two offsets. */
export function shown(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`;
}
