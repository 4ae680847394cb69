import { Kubeconfig } from './kubeconfig';
import { readKuberc } from './kuberc';
import { type DocumentKind, LocatedDocument } from './located-document';

/**
 * Reads a text as what it is. `faults`: what its bytes have wrong; `before`: an earlier version of it, of which is
 * taken over what has not changed.
 */
export function readDocument(
  kind: DocumentKind,
  text: string,
  faults: LocatedDocument['faults'] = [],
  before?: LocatedDocument,
  most?: number,
): LocatedDocument {
  if (kind === 'kubeconfig') return new Kubeconfig(text, faults, before, most);
  return kind === 'kuberc' ? readKuberc(text, faults) : new LocatedDocument(kind, text, faults, before, most);
}
