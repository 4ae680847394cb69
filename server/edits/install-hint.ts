import type { UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import type { Edit } from './edit';
import { putField } from './put-field';

const exec = ['user', 'exec'] as const;

/** Says how to install a plugin, where kubectl itself writes it: before the last fields. */
export function putInstallHint(document: LocatedDocument, user: UserEntry, hint: string): Edit[] {
  const fields = user.at(...exec);
  const before = ['interactiveMode', 'provideClusterInfo'].find((name) => pairOf(fields, name));
  return putField(document, user, exec, 'installHint', hint, before ? { before } : {});
}
