import type { Entry } from '../document/entry';
import type { LocatedNode, Pair } from '../document/node';
import { execExtensionName, holdsSecret } from '../schema';
import { pluginLink } from '../schema/links';
import { extensionsAt } from './extensions';
import { type Finding, onKey, rule } from './rule';

export const extensionSecret = rule({
  code: 'extension-secret',
  severity: 'warning',
  title: 'The exec extension seems to hold a secret',
  link: pluginLink,
  noFix: 'Where else the plugin can keep it, only its documentation says.',
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster) {
    for (const { name, data } of extensionsAt(cluster, 'cluster', 'extensions')) {
      if (name === execExtensionName && data) yield* secretsIn(cluster, data);
    }
  },
});

function* secretsIn(entry: Entry, node: LocatedNode): Generator<Finding> {
  if (node.kind === 'sequence') for (const item of node.items) yield* secretsIn(entry, item);
  if (node.kind !== 'mapping') return;
  for (const pair of node.pairs) {
    if (isSecret(pair)) {
      const message = `"${pair.name}" looks like a secret, and everyone who can read this file has it. Let the plugin keep it instead.`;
      yield { ...onKey(entry, pair), message };
    }
    yield* secretsIn(entry, pair.value);
  }
}

function isSecret({ name, value }: Pair): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && holdsSecret(name, value.value);
}
