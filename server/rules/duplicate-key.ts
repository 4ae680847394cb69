import { quotedName } from '../credential/token-shape';
import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { LocatedNode } from '../document/node';
import { kubeconfigLink } from '../schema/links';
import { repeatedFieldFixes, repeatedKeyFixes } from './fixes/duplicate-key';
import { type Finding, onKey, rule } from './rule';

export const duplicateKey = rule({
  code: 'duplicate-key',
  severity: 'warning',
  title: 'A key occurs twice in a mapping; kubectl silently takes the last',
  link: kubeconfigLink('Config'),
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const field of document.fields) {
      const { shadowed, name, keyStart: start, keyEnd: end } = field;
      if (!shadowed) continue;
      yield { start, end, message: messageFor(name), fixes: () => repeatedFieldFixes(document, field) };
    }
  },
  checkEntry: (entry, document) => repeatedIn(document, entry, entry.node),
});

function* repeatedIn(document: LocatedDocument, entry: Entry, node: LocatedNode): Generator<Finding> {
  if (node.kind === 'sequence') for (const item of node.items) yield* repeatedIn(document, entry, item);
  if (node.kind !== 'mapping') return;
  const own = node.pairs.filter((pair) => !pair.merged);
  const last = new Map(own.map((pair) => [pair.name, pair]));
  for (const pair of own) {
    const winner = last.get(pair.name) ?? pair;
    if (winner !== pair) {
      const fixes = () => repeatedKeyFixes(document, entry, node, pair, winner);
      yield { ...onKey(entry, pair), message: messageFor(pair.name), fixes };
    }
    yield* repeatedIn(document, entry, pair.value);
  }
}

function messageFor(name: string): string {
  const field = quotedName(name);
  return `${field.charAt(0).toUpperCase()}${field.slice(1)} occurs again below, and kubectl takes that one. Remove one of the two.`;
}
