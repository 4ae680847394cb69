import { goQuote } from '../go/quote';
import { execGroup, execVersion, execVersionsOf } from '../schema';
import { kubeconfigLink, pluginLink } from '../schema/links';
import { missingVersionFixes, unsupportedVersionFixes } from './fixes/exec-version';
import { isMistyped } from './given';
import { isSince, kubectlName } from './kubernetes-version';
import { keyAt, valueAt } from './places';
import { type RuleContext, rule } from './rule';

/** The versions of ExecCredential that the judged kubectl reads, the newest first. */
export function execApiVersions({ kubernetesVersion }: RuleContext): string[] {
  return execVersionsOf(kubernetesVersion).map((name) => `${execGroup}/${name}`);
}

/** Why it refuses a version, with what to write. */
export function versionAdvice(version: string, context: RuleContext): string {
  const known = execVersion(version);
  const [newest = '', older] = execApiVersions(context);
  if (known && !isSince(context, known.since)) {
    return `${kubectlName(context)} does not know ${known.name}, which came with ${known.since}. Write ${newest}.`;
  }
  return known
    ? `kubectl has not read ${known.name} since ${known.removed}. Write ${older}, and use a plugin that answers in it.`
    : `kubectl does not know this version. Write ${[newest, older].filter(Boolean).join(' or ')}.`;
}

export const apiVersionMissing = rule({
  code: 'api-version-missing',
  severity: 'error',
  title: 'The exec block has no `apiVersion`',
  link: kubeconfigLink('ExecConfig'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const exec = user.decoded.value?.user?.exec;
    if (!exec || exec.apiVersion || isMistyped(user, 'user', 'exec', 'apiVersion')) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'apiVersion'),
      message: `The plugin's version is missing. Add "apiVersion" with ${missingAdvice(context)}.`,
      kubectl: `apiVersion must be specified for ${user.name} to use exec authentication plugin`,
      fixes: () => missingVersionFixes(document, user, execApiVersions(context)),
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
  *check(user, document, context) {
    const version = user.decoded.value?.user?.exec?.apiVersion;
    if (!version || execApiVersions(context).includes(version)) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'apiVersion'),
      message: versionAdvice(version, context),
      kubectl: `exec plugin: invalid apiVersion ${goQuote(version)}`,
      fixes: () => unsupportedVersionFixes(document, user, execApiVersions(context)),
    };
  },
});

/** The version that most plugins speak comes first. */
function missingAdvice(context: RuleContext): string {
  const [newest = '', older] = execApiVersions(context);
  return newest.endsWith('/v1') ? `${older}, or v1 if the plugin answers in that` : newest;
}
