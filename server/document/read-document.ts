import { Kubeconfig } from './kubeconfig';
import { readKuberc } from './kuberc';
import { type DocumentKind, LocatedDocument } from './located-document';

/** Reads a text as what it is. `faults`: what its bytes have wrong. */
export function readDocument(
  kind: DocumentKind,
  text: string,
  faults: LocatedDocument['faults'] = [],
): LocatedDocument {
  if (kind === 'kubeconfig') return new Kubeconfig(text, faults);
  return kind === 'kuberc' ? readKuberc(text, faults) : new LocatedDocument(kind, text, faults);
}
