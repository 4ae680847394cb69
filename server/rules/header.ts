import type { Field, LocatedDocument } from '../document/located-document';
import type { LocatedNode } from '../document/node';

export interface Header {
  readonly field: Field | undefined;
  /** Absent for a list, too. */
  readonly node: LocatedNode | undefined;
  /** Empty when it is missing, null or no text. */
  readonly text: string;
}

/**
 * `apiVersion` or `kind` of the whole document. kubectl matches these two keys, and only these, without
 * case; of two spellings the last in sorted order counts.
 */
export function headerOf(document: LocatedDocument, name: 'apiVersion' | 'kind'): Header {
  const spellings = document.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
  const field = spellings.toSorted((a, b) => (a.name < b.name ? -1 : 1)).at(-1);
  const node = field && !field.list ? field.entries[0]?.node : undefined;
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  return { field, node, text };
}
