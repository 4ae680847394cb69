import type { Entry } from '../../document/entry';
import type { Field, LocatedDocument } from '../../document/located-document';
import type { MappingNode, Pair } from '../../document/node';
import { removePairs } from '../../edits/remove-pairs';
import { removeTopLevel } from '../../edits/top-level';
import type { Fix } from '../rule';
import { sameValue } from './duplicate';
import { fix } from './fix';
import { mergeLists } from './merge-lists';

const title = 'Remove this one, which kubectl ignores';

/** `winner`: the one that kubectl takes. What says the same may go unasked. */
export function repeatedKeyFixes(
  document: LocatedDocument,
  entry: Entry,
  node: MappingNode,
  pair: Pair,
  winner: Pair,
): Fix[] {
  const kind = sameValue(pair.value, winner.value) ? 'safe' : 'choice';
  return fix(
    kind,
    title,
    removePairs(document, entry, node, (each) => each === pair),
  );
}

/** The same for a field of the top level. */
export function repeatedFieldFixes(document: LocatedDocument, field: Field): Fix[] {
  const winner = document.field(field.name);
  const same =
    winner !== undefined &&
    winner.entries.length === field.entries.length &&
    field.entries.every(({ node }, index) => {
      const other = winner.entries[index]?.node;
      return other !== undefined && sameValue(node, other);
    });
  const merged = winner && !same ? mergeLists(document, field, winner) : [];
  return [
    ...fix('choice', `Move these ${field.name} to the others below`, merged),
    ...fix(same ? 'safe' : 'choice', title, removeTopLevel(document, field)),
  ];
}
