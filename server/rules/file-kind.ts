import type { LocatedDocument } from '../document/located-document';
import { goQuote } from '../go/quote';
import { schemeName } from '../schema';
import { kubeconfigLink } from '../schema/links';
import { headerFixes } from './fixes/header';
import { type Header, headerOf, headersOf } from './header';
import { fieldKey, fieldValue } from './places';
import { type RuleContext, rule } from './rule';

export const fileKind = rule({
  code: 'file-kind',
  severity: 'error',
  title: 'The file’s `apiVersion` or `kind` is not that of a kubeconfig',
  link: kubeconfigLink('Config'),
  stage: 'load',
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document, context) {
    const mistyped = mistypedHeader(document);
    if (mistyped) {
      const { name, field, found } = mistyped;
      yield {
        ...fieldValue(document, field),
        message: `"${name}" has to be text. Write ${right[name]}, or leave it out.`,
        kubectl: `couldn't get version/kind; json parse error: json: cannot unmarshal ${found} into Go struct field .${name} of type string`,
        fixes: () => headerFixes(document, name, mistyped.header),
      };
      return;
    }
    const headers = { apiVersion: headerOf(document, 'apiVersion'), kind: headerOf(document, 'kind') };
    // An empty group and an empty version are none.
    const version = headers.apiVersion.text.replace(/^\/$/, '') || right.apiVersion;
    const kind = headers.kind.text || right.kind;
    if (version === right.apiVersion && kind === right.kind) return;
    const wrong = kind === right.kind ? 'apiVersion' : 'kind';
    const { field } = headers[wrong];
    const ofPlugin = wrong === 'apiVersion' && version.startsWith('client.authentication.k8s.io/');
    yield {
      ...(field ? fieldValue(document, field.name) : fieldKey(document, wrong)),
      message: ofPlugin
        ? 'This version belongs to the exec block. Write v1 here: it is that of the kubeconfig.'
        : `kubectl refuses this ${wrong} in a kubeconfig. Write ${right[wrong]}.`,
      kubectl: refusal(version, kind, context),
      fixes: () => headerFixes(document, wrong, field),
    };
  },
});

const right = { apiVersion: 'v1', kind: 'Config' };

function refusal(version: string, kind: string, { kubernetesVersion }: RuleContext): string {
  if (version.split('/').length > 2) return `unexpected GroupVersion string: ${version}`;
  const scheme = schemeName('k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50', kubernetesVersion);
  return `no kind ${goQuote(kind)} is registered for version ${goQuote(version)} in scheme "${scheme}"`;
}

/** The first in the sorted order in which Go decodes the keys. */
function mistypedHeader(document: LocatedDocument) {
  return (['apiVersion', 'kind'] as const)
    .flatMap((name) => headersOf(document, name).map((header) => ({ name, header })))
    .flatMap(({ name, header }) => {
      const found = wrongType(header);
      return found && header.field ? [{ name, found, field: header.field.name, header: header.field }] : [];
    })
    .toSorted((a, b) => (a.field < b.field ? -1 : 1))[0];
}

function wrongType({ field, node }: Header): string | undefined {
  if (field?.list) return 'array';
  if (!node) return undefined;
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'object' : 'array';
  if (node.value === null || typeof node.value === 'string') return undefined;
  return typeof node.value === 'boolean' ? 'bool' : 'number';
}
