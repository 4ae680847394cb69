import { Kubeconfig } from './kubeconfig';
import { readKuberc } from './kuberc';
import { type DocumentKind, LocatedDocument } from './located-document';
import type { Limits } from './sizes';
import type { Text } from './text';

/**
 * Reads a text as what it is. `faults`: what its bytes have wrong; `before`: an earlier version of it, of which is
 * taken over what has not changed.
 */
export function readDocument(
  kind: DocumentKind,
  text: Text,
  faults: LocatedDocument['faults'] = [],
  before?: LocatedDocument,
  limits?: Limits,
): LocatedDocument {
  if (kind === 'kubeconfig') return new Kubeconfig(text, faults, before, limits);
  return kind === 'kuberc'
    ? readKuberc(text.toString(), faults)
    : new LocatedDocument(kind, text, faults, before, limits);
}
