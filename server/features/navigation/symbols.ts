import { Kubeconfig } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import type { Span } from './spans';
import { fieldSymbols } from './symbols-fields';
import { kubeconfigSymbols } from './symbols-kubeconfig';

/** One line of an outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail: string;
  /** All of it; `selection` is in there: what to show. Absolute. */
  readonly range: Span;
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

export type SymbolKind = 'list' | 'context' | 'cluster' | 'user' | 'object' | 'value';

/** What is in a document. No detail holds a secret. */
export function documentSymbols(document: LocatedDocument): DocumentSymbol[] {
  return document instanceof Kubeconfig ? kubeconfigSymbols(document) : fieldSymbols(document);
}
