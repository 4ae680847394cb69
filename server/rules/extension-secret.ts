import type { Entry } from '../document/entry';
import { type LocatedNode, nodeAt } from '../document/node';
import { execExtensionName } from '../schema';
import { pluginLink } from '../schema/links';
import { type Finding, onKey, rule } from './rule';

const secretName = /(^|[-_.])(password|passwd|secret|token|api[-_]?key|private[-_]?key|credentials?)$/i;

export const extensionSecret = rule({
  code: 'extension-secret',
  severity: 'warning',
  title: 'The exec extension seems to hold a secret',
  link: pluginLink,
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster) {
    const list = cluster.at('cluster', 'extensions');
    for (const item of list?.kind === 'sequence' ? list.items : []) {
      const name = nodeAt(item, 'name');
      if (name?.kind !== 'scalar' || name.value !== execExtensionName) continue;
      const extension = nodeAt(item, 'extension');
      if (extension) yield* secretsIn(cluster, extension);
    }
  },
});

function* secretsIn(entry: Entry, node: LocatedNode): Generator<Finding> {
  if (node.kind === 'sequence') for (const item of node.items) yield* secretsIn(entry, item);
  if (node.kind !== 'mapping') return;
  for (const pair of node.pairs) {
    const text =
      pair.value.kind === 'scalar' && typeof pair.value.value === 'string' && pair.value.value !== '';
    const words = pair.name.replace(/([a-z])([A-Z])/g, '$1-$2');
    if (text && secretName.test(words)) {
      const message = `"${pair.name}" looks like a secret. Everyone who can read this file has it; let the plugin keep it instead.`;
      yield { ...onKey(entry, pair), message };
    }
    yield* secretsIn(entry, pair.value);
  }
}
