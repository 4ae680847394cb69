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
  checkEntry: (entry, document) => (mayRepeat(entry.node) ? repeatedIn(document, entry, entry.node) : []),
});

/** Whether a closer look pays: most entries have few keys, and none of them twice. */
function mayRepeat(node: LocatedNode): boolean {
  if (node.kind === 'sequence') return node.items.some(mayRepeat);
  if (node.kind !== 'mapping') return false;
  const { pairs } = node;
  for (let at = 1; at < pairs.length; at++) {
    if (at > fewKeys) return true;
    for (let before = 0; before < at; before++) if (pairs[before]?.name === pairs[at]?.name) return true;
  }
  return pairs.some(({ value }) => mayRepeat(value));
}

const fewKeys = 12;

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
