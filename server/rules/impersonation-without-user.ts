import { kubeconfigLink } from '../schema/links';
import { removeFixes } from './fixes/remove';
import { reads } from './kubernetes-version';
import { keyAt } from './places';
import { rule } from './rule';

export const impersonationWithoutUser = rule({
  code: 'impersonation-without-user',
  severity: 'error',
  title: '`as-uid`, `as-groups` or `as-user-extra` stands without `as`',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const info = user.decoded.value?.user;
    if (!info || info.as) return;
    const uid = reads(context, user, 'user', 'as-uid');
    const key =
      info['as-uid'] && uid
        ? 'as-uid'
        : info['as-groups']?.length
          ? 'as-groups'
          : Object.keys(info['as-user-extra'] ?? {}).length > 0
            ? 'as-user-extra'
            : undefined;
    if (!key) return;
    yield {
      ...keyAt(user, 'user', key),
      message: `"${key}" needs "as", the user to impersonate. Add it, or remove "${key}".`,
      kubectl: `requesting ${uid ? 'uid, ' : ''}groups or user-extra for ${user.name} without impersonating a user`,
      fixes: () => removeFixes(document, user, ['user'], ['as-uid', 'as-groups', 'as-user-extra']),
    };
  },
});
