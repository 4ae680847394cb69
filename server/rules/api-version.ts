import { kubeconfigLink, pluginLink } from '../schema/links';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

const group = 'client.authentication.k8s.io';
export const execApiVersions: readonly string[] = [`${group}/v1`, `${group}/v1beta1`];

export const apiVersionMissing = rule({
  code: 'api-version-missing',
  severity: 'error',
  title: 'The exec block has no `apiVersion`',
  link: kubeconfigLink('ExecConfig'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    const exec = user.decoded.value?.user?.exec;
    if (!exec || exec.apiVersion) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'apiVersion'),
      message: `The plugin's version is missing. Add "apiVersion: ${group}/v1beta1", or v1 if the plugin answers that.`,
      kubectl: `apiVersion must be specified for ${user.name} to use exec authentication plugin`,
    };
  },
});

export const apiVersionUnsupported = rule({
  code: 'api-version-unsupported',
  severity: 'error',
  title: 'The exec block’s `apiVersion` is unknown, or was removed (`v1alpha1`)',
  link: pluginLink,
  stage: 'client',
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    const version = user.decoded.value?.user?.exec?.apiVersion;
    if (!version || execApiVersions.includes(version)) return;
    const message =
      version === `${group}/v1alpha1`
        ? `kubectl has not read v1alpha1 since 1.24. Use ${group}/v1beta1, and a plugin that answers it.`
        : `kubectl does not know this version. Use ${execApiVersions.join(' or ')}.`;
    yield {
      ...valueAt(user, 'user', 'exec', 'apiVersion'),
      message,
      kubectl: `exec plugin: invalid apiVersion "${version}"`,
    };
  },
});
