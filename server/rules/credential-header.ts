import { schemeName } from '../schema';
import { execCredentialLink } from '../schema/links';
import { execApiVersions, versionAdvice } from './api-version';
import { kindFixes, versionFixes } from './fixes/credential';
import { headerOf } from './header';
import { fieldKey, fieldValue } from './places';
import { type RuleContext, rule } from './rule';

const link = execCredentialLink('v1', 'ExecCredential');

export const credentialKind = rule({
  code: 'credential-kind',
  severity: 'error',
  title: 'An ExecCredential’s `kind` is another',
  link,
  stage: 'load',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document, context) {
    const header = headerOf(document, 'kind');
    const { field, text } = header;
    if (!field || text === '' || text === 'ExecCredential') return;
    const version = headerOf(document, 'apiVersion').text;
    yield {
      ...fieldValue(document, field.name),
      message: 'kubectl refuses this kind from a plugin. Write ExecCredential.',
      fixes: () => kindFixes(document, header),
      ...(execApiVersions(context).includes(version)
        ? { kubectl: notRegistered(text, version, context) }
        : {}),
    };
  },
});

export const credentialVersion = rule({
  code: 'credential-version',
  severity: 'error',
  title: 'An ExecCredential’s `apiVersion` is missing, unknown or was removed',
  link,
  stage: 'load',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document, context) {
    const header = headerOf(document, 'apiVersion');
    const { field, node, text } = header;
    const fixes = () => versionFixes(document, header, execApiVersions(context));
    if (execApiVersions(context).includes(text)) return;
    // A number or a list is found by its type.
    if (field && !(node?.kind === 'scalar' && (node.value === null || typeof node.value === 'string')))
      return;
    if (text === '') {
      yield {
        ...(field ? fieldKey(document, field.name) : fieldKey(document, 'kind')),
        message: `"apiVersion" is missing. Add the one of the exec block, ${execApiVersions(context).slice(0, 2).join(' or ')}.`,
        fixes,
      };
      return;
    }
    yield {
      ...fieldValue(document, field?.name ?? 'apiVersion'),
      message: versionAdvice(text, context),
      fixes,
      kubectl: notRegistered('ExecCredential', text, context),
    };
  },
});

function notRegistered(kind: string, version: string, { kubernetesVersion }: RuleContext): string {
  const scheme = schemeName('pkg/client/auth/exec/exec.go:62', kubernetesVersion);
  return `no kind "${kind}" is registered for version "${version}" in scheme "${scheme}"`;
}
