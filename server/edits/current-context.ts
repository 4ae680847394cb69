import type { Kubeconfig } from '../document/kubeconfig';
import type { Edit } from './edit';
import { setValue } from './set-value';
import { addTopLevel } from './top-level';

/** Makes a context the one that kubectl uses, as far as this file says. */
export function setCurrentContext(document: Kubeconfig, name: string): Edit[] {
  const entry = document.entry('current-context');
  if (entry) return setValue(document, entry, [], name);
  return document.field('current-context') ? [] : addTopLevel(document, 'current-context', name);
}
