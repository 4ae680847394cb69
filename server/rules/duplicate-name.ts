import type { NamedEntry } from '../document/entry';
import type { Kubeconfig } from '../document/kubeconfig';
import { kubeconfigLink } from '../schema/links';
import { duplicateEntryFixes } from './fixes/duplicate';
import { namePlace } from './places';
import { type Finding, rule } from './rule';

/** Section, and the Go types that kubectl's message names. */
const lists = [
  ['clusters', 'NamedCluster', 'Cluster', 'cluster'],
  ['users', 'NamedAuthInfo', 'AuthInfo', 'user'],
  ['contexts', 'NamedContext', 'Context', 'context'],
] as const;

export const duplicateName = rule({
  code: 'duplicate-name',
  severity: 'error',
  title: 'Two clusters, users or contexts have the same name',
  link: kubeconfigLink('Config'),
  stage: 'convert',
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document) {
    for (const list of lists) yield* duplicatesIn(document, list);
  },
});

function* duplicatesIn(document: Kubeconfig, list: (typeof lists)[number]): Generator<Finding> {
  const [section, named, type, word] = list;
  if (!document.hasTwins(section)) return;
  const seen = new Set<string>();
  const entries = document[section] as readonly NamedEntry[];
  for (const entry of entries) {
    if (!seen.has(entry.name)) {
      seen.add(entry.name);
      continue;
    }
    const unnamed = entry.name === '';
    yield {
      ...namePlace(entry, entry.node),
      message: unnamed
        ? `Another ${word} has no name either. Give each a name of its own.`
        : `Another ${word} has the name "${entry.name}". Rename one, or remove it; kubectl refuses the whole file.`,
      kubectl: `error converting *[]${named} into *map[string]*api.${type}: duplicate name "${entry.name}" in list: [...]`,
      fixes: () => duplicateEntryFixes(document, entry, entries),
    };
  }
}
