import { kubeconfigLink } from '../schema/links';
import { removeFixes } from './fixes/remove';
import { keyAt } from './places';
import { rule } from './rule';

export const severalAuthMethods = rule({
  code: 'several-auth-methods',
  severity: 'error',
  title: 'A user has a token and also a user name or password',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const info = user.decoded.value?.user;
    const basic = info?.username ? 'username' : info?.password ? 'password' : undefined;
    if (!info?.token || !basic) return;
    yield {
      ...keyAt(user, 'user', basic),
      message: 'A user has either a token or a user name with password. Remove one of them.',
      kubectl: `more than one authentication method found for ${user.name}; found [token basicAuth], only one is allowed`,
      // Servers since 1.19 know no passwords.
      fixes: () => removeFixes(document, user, ['user'], ['username', 'password'], 'token'),
    };
  },
});
