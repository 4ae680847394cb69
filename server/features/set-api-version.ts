import type { Kubeconfig } from '../document/kubeconfig';
import type { Edit } from '../edits/edit';
import { setExecVersion } from '../edits/exec-version';

/**
 * Makes the exec block of a user speak another version. `null`: the user has none in this file with a version
 * that could be replaced.
 */
export function setApiVersion(document: Kubeconfig, userName: string, version: string): Edit[] | null {
  const user = document.users.find(({ name }) => name === userName);
  const edits = user ? setExecVersion(document, user, version) : [];
  return edits.length > 0 ? edits : null;
}
