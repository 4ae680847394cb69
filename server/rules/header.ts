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
export function headerOf(document: LocatedDocument, name: HeaderName): Header {
  return headersOf(document, name).at(-1) ?? { field: undefined, node: undefined, text: '' };
}

export type HeaderName = 'apiVersion' | 'kind';

/** All spellings of it in sorted order: kubectl decodes each, and the last stays. */
export function headersOf(document: LocatedDocument, name: HeaderName): Header[] {
  return document.fields
    .filter((field) => !field.shadowed && field.name.toLowerCase() === name.toLowerCase())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(header);
}

function header(field: Field): Header {
  const node = field.list ? undefined : field.entries[0]?.node;
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  return { field, node, text };
}
