import { Kubeconfig } from '../document/kubeconfig';
import { refusal } from './answers';
import { filePath, type OpenDocuments } from './documents';

/** An open kubeconfig that is a file, too. */
export function savedKubeconfig(uri: string, documents: OpenDocuments) {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) throw refusal('This document is not an open kubeconfig.');
  const path = filePath(uri);
  if (path === undefined) {
    throw refusal('Save the kubeconfig to a file first: relative commands count from its folder.');
  }
  return { text: open.text, document: open.document, path };
}
