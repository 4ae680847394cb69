import type { LocatedNode } from '../document/node';
import { pluginLink } from '../schema/links';
import { rootFixes } from './fixes/root';
import { rule } from './rule';

export const notAMapping = rule({
  code: 'not-a-mapping',
  severity: 'error',
  title: 'The document is a list or a single value',
  link: pluginLink,
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    const { rootNode } = document;
    if (!rootNode) return;
    yield {
      start: rootNode.start,
      end: lineEnd(document.text, rootNode),
      message: 'This has to be a mapping. Write keys such as "apiVersion" and "kind".',
      kubectl: `couldn't get version/kind; json parse error: json: cannot unmarshal ${goKind(rootNode)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
      fixes: () => rootFixes(document),
    };
  },
});

/** Where the first line of a node ends, or of its first item. */
function lineEnd(text: string, node: LocatedNode): number {
  const { end } = node.kind === 'sequence' ? (node.items[0] ?? node) : node;
  const lineBreak = text.slice(node.start, end).search(/[\r\n]/);
  return lineBreak < 0 ? end : node.start + lineBreak;
}

function goKind(node: LocatedNode): string {
  if (node.kind !== 'scalar') return 'array';
  if (typeof node.value === 'boolean') return 'bool';
  return typeof node.value === 'string' ? 'string' : 'number';
}
