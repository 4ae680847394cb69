import { kubeconfigLink, pluginLink } from '../schema/links';
import { namelessVariableFixes, removeVariableFixes } from './fixes/env';
import { isMistyped } from './given';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

const link = kubeconfigLink('ExecEnvVar');

export const envNameMissing = rule({
  code: 'env-name-missing',
  severity: 'error',
  title: 'An item of `env` has no name',
  link,
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    for (const [index, variable] of (user.decoded.value?.user?.exec?.env ?? []).entries()) {
      if (variable.name || isMistyped(user, 'user', 'exec', 'env', index, 'name')) continue;
      yield {
        ...keyAt(user, 'user', 'exec', 'env', index, 'name'),
        message: 'This variable has no name. Give it a "name" and a "value".',
        kubectl: `env variable name must be specified for ${user.name} to use exec authentication plugin`,
        fixes: () => namelessVariableFixes(document, user, index),
      };
    }
  },
});

export const envNameDuplicate = rule({
  code: 'env-name-duplicate',
  severity: 'hint',
  title: 'A variable of `env` is set twice; the plugin gets the last value',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const env = user.decoded.value?.user?.exec?.env ?? [];
    const last = new Map(env.map(({ name }, index) => [name, index]));
    for (const [index, { name }] of env.entries()) {
      if (!name || last.get(name) === index) continue;
      yield {
        ...valueAt(user, 'user', 'exec', 'env', index, 'name'),
        message: `"${name}" is set again below, and the plugin gets that value. Remove this one.`,
        fixes: () => removeVariableFixes(document, user, index),
      };
    }
  },
});

const reserved = 'KUBERNETES_EXEC_INFO';

export const envExecInfo = rule({
  code: 'env-exec-info',
  severity: 'hint',
  title: '`env` sets `KUBERNETES_EXEC_INFO`, which kubectl overwrites',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    for (const [index, { name }] of (user.decoded.value?.user?.exec?.env ?? []).entries()) {
      if (name !== reserved) continue;
      yield {
        ...valueAt(user, 'user', 'exec', 'env', index, 'name'),
        message: `kubectl overwrites ${reserved} with its own. Remove this variable, or rename it.`,
        fixes: () => removeVariableFixes(document, user, index),
      };
    }
  },
});
