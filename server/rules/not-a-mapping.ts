import { pluginLink } from '../schema/links';
import { rule } from './rule';

export const notAMapping = rule({
  code: 'not-a-mapping',
  severity: 'error',
  title: 'The document is a list or a single value',
  link: pluginLink,
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check({ rootNode }) {
    if (!rootNode) return;
    yield {
      start: rootNode.start,
      end: rootNode.end,
      message: 'A kubeconfig or ExecCredential is a mapping with keys such as "apiVersion" and "kind".',
      kubectl: `couldn't get version/kind; json parse error: json: cannot unmarshal ${goKind(rootNode)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
    };
  },
});

function goKind(node: { kind: string; value?: unknown }): string {
  if (node.kind === 'sequence') return 'array';
  if (typeof node.value === 'boolean') return 'bool';
  return typeof node.value === 'string' ? 'string' : 'number';
}
