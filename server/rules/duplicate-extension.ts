import type { Kubeconfig } from '../document/kubeconfig';
import { kubeconfigLink } from '../schema/links';
import { type Extension, extensionOf, extensionsAt } from './extensions';
import { duplicateExtensionFixes } from './fixes/duplicate-extension';
import { namePlace } from './places';
import { type Finding, rule } from './rule';

/** Where extensions may stand, in the order in which kubectl converts them. */
const places: readonly [section: string, ...path: string[]][] = [
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
    for (const [section, ...path] of places) {
      for (const list of listsAt(document, section, path)) yield* duplicatesOf(document, list, path);
    }
  },
});

function listsAt(document: Kubeconfig, section: string, path: readonly string[]): Extension[][] {
  const field = document.field(section);
  if (!field) return [];
  if (path.length > 0) return field.entries.map((entry) => extensionsAt(entry, ...path));
  return field.list ? [field.entries.map((entry) => extensionOf(entry, entry.node))] : [];
}

function* duplicatesOf(
  document: Kubeconfig,
  extensions: readonly Extension[],
  path: readonly string[],
): Generator<Finding> {
  const seen = new Set<string>();
  for (const extension of extensions) {
    const { entry, node, name } = extension;
    if (seen.has(name)) {
      yield {
        ...namePlace(entry, node),
        message:
          name === ''
            ? 'Another extension here has no name either. Give each a name of its own.'
            : `Another extension here has the name "${name}". Rename one, or remove it; kubectl refuses the whole file.`,
        kubectl: `error converting *[]NamedExtension into *map[string]runtime.Object: duplicate name "${name}" in list: [...]`,
        fixes: () => duplicateExtensionFixes(document, extension, extensions, path),
      };
    }
    seen.add(name);
  }
}
