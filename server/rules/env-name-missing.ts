import { kubeconfigLink } from '../schema/links';
import { keyAt } from './places';
import { rule } from './rule';

export const envNameMissing = rule({
  code: 'env-name-missing',
  severity: 'error',
  title: 'An item of `env` has no name',
  link: kubeconfigLink('ExecEnvVar'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    for (const [index, variable] of (user.decoded.value?.user?.exec?.env ?? []).entries()) {
      if (variable.name) continue;
      yield {
        ...keyAt(user, 'user', 'exec', 'env', index, 'name'),
        message: 'This variable has no name. Write "- name: NAME" and "value: …" on two lines.',
        kubectl: `env variable name must be specified for ${user.name} to use exec authentication plugin`,
      };
    }
  },
});
