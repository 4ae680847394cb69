import type { LocatedDocument } from '../document/located-document';
import { kubeconfigLink } from '../schema/links';
import { type Extension, extensionOf, extensionsAt } from './extensions';
import { duplicateExtensionFixes } from './fixes/duplicate-extension';
import { namePlace } from './places';
import { type Finding, rule } from './rule';

/** Where extensions may stand in an entry, by section; in the order in which kubectl converts them. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['preferences', ['extensions']],
  ['clusters', ['cluster', 'extensions']],
  ['users', ['user', 'extensions']],
  ['contexts', ['context', 'extensions']],
]);

export const duplicateExtension = rule({
  code: 'duplicate-extension',
  severity: 'error',
  title: 'Two extensions of one entry have the same name',
  link: kubeconfigLink('NamedExtension'),
  stage: 'convert',
  subject: 'document',
  looksAt: 'file',
  sections: [...places.keys()],
  *check(document) {
    const top = document.kind === 'kubeconfig' ? document.field('extensions') : undefined;
    if (!top?.list) return;
    const extensions = top.entries.map((entry) => extensionOf(entry, entry.node));
    yield* duplicatesOf(document, extensions, []);
  },
  *checkEntry(entry, document) {
    const path = document.kind === 'kubeconfig' ? places.get(entry.section) : undefined;
    if (path) yield* duplicatesOf(document, extensionsAt(entry, ...path), path);
  },
});

function* duplicatesOf(
  document: LocatedDocument,
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
