import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { removeField } from '../../edits/remove-field';
import type { Fix } from '../rule';
import { fix } from './fix';

/** A certificate without a key is good for nothing; another credential of the user takes its place, if there is one. */
export function keylessFixes(document: LocatedDocument, user: UserEntry, certificate: string): Fix[] {
  const edits = removeField(document, user, ['user', certificate]);
  return fix(hasOtherCredential(user) ? 'repair' : 'choice', `Remove "${certificate}"`, edits);
}

/** Besides a client certificate. */
export function hasOtherCredential(user: UserEntry): boolean {
  const info = user.decoded.value?.user;
  return Boolean(info?.exec || info?.token || info?.tokenFile || info?.username || info?.['auth-provider']);
}
