import { goQuote } from '../go/quote';
import { kubeconfigLink, pluginLink } from '../schema/links';
import { isMistyped } from './given';
import { isSince, kubectlName } from './kubernetes-version';
import { keyAt, valueAt } from './places';
import { type RuleContext, rule } from './rule';

const group = 'client.authentication.k8s.io';
const v1 = `${group}/v1`;
const v1beta1 = `${group}/v1beta1`;
const v1alpha1 = `${group}/v1alpha1`;

/** The versions of ExecCredential that today's kubectl reads. */
export const execApiVersions: readonly string[] = [v1, v1beta1];

/** Why today's kubectl refuses a version, with what to write. */
export function versionAdvice(version: string): string {
  return version === v1alpha1
    ? `kubectl has not read v1alpha1 since 1.24. Write ${v1beta1}, and use a plugin that answers in it.`
    : `kubectl does not know this version. Write ${execApiVersions.join(' or ')}.`;
}

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
    if (!exec || exec.apiVersion || isMistyped(user, 'user', 'exec', 'apiVersion')) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'apiVersion'),
      message: `The plugin's version is missing. Add "apiVersion" with ${v1beta1}, or v1 if the plugin answers in that.`,
      kubectl: `apiVersion must be specified for ${user.name} to use exec authentication plugin`,
    };
  },
});

export const apiVersionUnsupported = rule({
  code: 'api-version-unsupported',
  severity: 'error',
  title: 'The exec block’s `apiVersion` is unknown, or was removed (`v1alpha1`)',
  link: pluginLink,
  stage: 'plugin',
  subject: 'user',
  looksAt: 'entry',
  *check(user, _document, context) {
    const version = user.decoded.value?.user?.exec?.apiVersion;
    if (!version || isRead(version, context)) return;
    const tooNew = version === v1 && `${kubectlName(context)} does not know v1, which came with 1.22. `;
    yield {
      ...valueAt(user, 'user', 'exec', 'apiVersion'),
      message: tooNew ? `${tooNew}Write ${v1beta1}.` : versionAdvice(version),
      kubectl: `exec plugin: invalid apiVersion ${goQuote(version)}`,
    };
  },
});

function isRead(version: string, context: RuleContext): boolean {
  if (version === v1) return isSince(context, '1.22');
  return version === v1beta1 || (version === v1alpha1 && !isSince(context, '1.24'));
}
