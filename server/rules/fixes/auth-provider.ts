import { replacementOf } from '../../catalog/auth-provider';
import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { removeField } from '../../edits/remove-field';
import { replaceField } from '../../edits/replace-field';
import { credentialBeforeExec } from '../../schema';
import type { Fix } from '../rule';
import { fix } from './fix';

const path = ['user', 'auth-provider'] as const;

/** The plugin that took the place of a log-in method; or none, if the user has another credential. */
export function providerFixes(document: LocatedDocument, user: UserEntry): Fix[] {
  const info = user.decoded.value?.user;
  const { name = '', config = {} } = info?.['auth-provider'] ?? {};
  const other = info && credentialBeforeExec((field) => Boolean(info[field]));
  const removed = removeField(document, user, path);
  if (other) return fix('repair', 'Remove "auth-provider"', removed);
  const replacement = replacementOf(name, config);
  const edits = replacement ? replaceField(document, user, path, 'exec', replacement.exec) : [];
  return [
    ...fix('repair', `Replace it by the plugin ${replacement?.plugin.name}`, edits),
    ...fix('choice', 'Remove "auth-provider"', removed),
  ];
}
