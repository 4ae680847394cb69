import { kubeconfigLink } from '../schema/links';
import { removeFixes } from './fixes/remove';
import { keyAt } from './places';
import { rule } from './rule';

export const authProviderWithExec = rule({
  code: 'auth-provider-with-exec',
  severity: 'error',
  title: '`auth-provider` stands beside `exec`',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const info = user.decoded.value?.user;
    if (!info?.exec || !info['auth-provider']) return;
    const [{ command }, provider] = [info.exec, 'auth-provider'] as const;
    yield {
      ...keyAt(user, 'user', 'auth-provider'),
      message:
        'A user has either "auth-provider" or "exec". Remove "auth-provider"; the plugin takes its place.',
      kubectl: `authProvider cannot be provided in combination with an exec plugin for ${user.name}`,
      fixes: () =>
        removeFixes(document, user, ['user'], ...(command ? [provider, 'exec'] : ['exec', provider])),
    };
  },
});
