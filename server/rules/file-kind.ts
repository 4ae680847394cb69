import type { LocatedDocument } from '../document/located-document';
import { kubeconfigLink } from '../schema/links';
import { fieldKey, fieldValue } from './places';
import { rule } from './rule';

/** kubectl matches these two keys, and only these, without case; of two spellings the last in sorted order counts. */
function header(document: LocatedDocument, name: 'apiVersion' | 'kind') {
  const spellings = document.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
  const field = spellings.toSorted((a, b) => (a.name < b.name ? -1 : 1)).at(-1);
  const node = field && !field.list ? field.entries[0]?.node : undefined;
  return { field, node };
}

export const fileKind = rule({
  code: 'file-kind',
  severity: 'error',
  title: 'The file’s `apiVersion` or `kind` is not that of a kubeconfig',
  link: kubeconfigLink('Config'),
  stage: 'load',
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document) {
    for (const name of ['apiVersion', 'kind'] as const) {
      const { field, node } = header(document, name);
      const found = goType(node, field?.list);
      if (!field || !found) continue;
      yield {
        ...fieldValue(document, field.name),
        message: `"${name}" has to be text. Write ${name === 'kind' ? 'Config' : 'v1'}, or leave it out.`,
        kubectl: `couldn't get version/kind; json parse error: json: cannot unmarshal ${found} into Go struct field .${name} of type string`,
      };
      return;
    }
    const version = text(header(document, 'apiVersion').node) || 'v1';
    const kind = text(header(document, 'kind').node) || 'Config';
    if (version === 'v1' && kind === 'Config') return;
    const wrong = kind === 'Config' ? 'apiVersion' : 'kind';
    const field = header(document, wrong).field;
    const right = wrong === 'kind' ? 'Config' : 'v1';
    const execVersion = version.startsWith('client.authentication.k8s.io/');
    yield {
      ...(field ? fieldValue(document, field.name) : fieldKey(document, wrong)),
      message:
        execVersion && wrong === 'apiVersion'
          ? 'This is the version of a credential plugin. The file’s own apiVersion is v1; the plugin’s belongs under "exec".'
          : `A kubeconfig has ${wrong} "${right}". kubectl refuses any other.`,
      kubectl: refusal(version, kind),
    };
  },
});

function refusal(version: string, kind: string): string {
  if (version.split('/').length > 2) return `unexpected GroupVersion string: ${version}`;
  const scheme = 'k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50';
  return `no kind "${kind}" is registered for version "${version}" in scheme "${scheme}"`;
}

function text(node: ReturnType<typeof header>['node']): string {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}

function goType(node: ReturnType<typeof header>['node'], list = false): string | undefined {
  if (list) return 'array';
  if (!node) return undefined;
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'object' : 'array';
  if (node.value === null || typeof node.value === 'string') return undefined;
  return typeof node.value === 'boolean' ? 'bool' : 'number';
}
