import type { Entry } from '../document/entry';
import type { LocatedNode } from '../document/node';
import { kubeconfigLink } from '../schema/links';
import { type Finding, onKey, rule } from './rule';

export const duplicateKey = rule({
  code: 'duplicate-key',
  severity: 'warning',
  title: 'A key occurs twice in a mapping; kubectl silently takes the last',
  link: kubeconfigLink('Config'),
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const { shadowed, name, keyStart: start, keyEnd: end } of document.fields) {
      if (shadowed) yield { start, end, message: messageFor(name) };
    }
    for (const entry of document.entries()) yield* repeatedIn(entry, entry.node);
  },
});

function* repeatedIn(entry: Entry, node: LocatedNode): Generator<Finding> {
  if (node.kind === 'sequence') for (const item of node.items) yield* repeatedIn(entry, item);
  if (node.kind !== 'mapping') return;
  const own = node.pairs.filter((pair) => !pair.merged);
  const last = new Map(own.map((pair) => [pair.name, pair]));
  for (const pair of own) {
    if (last.get(pair.name) !== pair) yield { ...onKey(entry, pair), message: messageFor(pair.name) };
    yield* repeatedIn(entry, pair.value);
  }
}

function messageFor(name: string): string {
  return `"${name}" occurs again below, and kubectl takes that one. Remove one of the two.`;
}
