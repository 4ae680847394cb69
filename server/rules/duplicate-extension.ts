import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { nodeAt } from '../document/node';
import { kubeconfigLink } from '../schema/links';
import { type Finding, onValue, rule } from './rule';

/** Where extensions may stand, in the order in which kubectl converts them. */
const places: readonly [string, ...string[]][] = [
  ['preferences', 'extensions'],
  ['clusters', 'cluster', 'extensions'],
  ['users', 'user', 'extensions'],
  ['contexts', 'context', 'extensions'],
  ['extensions'],
];

export const duplicateExtension = rule({
  code: 'duplicate-extension',
  severity: 'error',
  title: 'Two extensions of one entry have the same name',
  link: kubeconfigLink('NamedExtension'),
  stage: 'convert',
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document) {
    for (const [section, ...path] of places) yield* duplicatesAt(document, section, path);
  },
});

function* duplicatesAt(document: LocatedDocument, section: string, path: string[]): Generator<Finding> {
  const field = document.field(section);
  if (path.length === 0) {
    yield* duplicatesOf(field?.list ? field.entries.map((entry) => [entry, entry.at('name')] as const) : []);
    return;
  }
  for (const entry of field?.entries ?? []) {
    const list = entry.at(...path);
    const items = list?.kind === 'sequence' ? list.items : [];
    yield* duplicatesOf(items.map((item) => [entry, nodeAt(item, 'name')] as const));
  }
}

function* duplicatesOf(named: readonly (readonly [Entry, ReturnType<Entry['at']>])[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const [entry, node] of named) {
    const name = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
    if (seen.has(name)) {
      yield {
        ...onValue(entry, node ?? entry.node),
        message: `Another extension here has the name "${name}". Remove one; kubectl refuses the whole file.`,
        kubectl: `error converting *[]NamedExtension into *map[string]runtime.Object: duplicate name "${name}" in list: [...]`,
      };
    }
    seen.add(name);
  }
}
