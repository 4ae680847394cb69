import type { Entry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import { nameAt } from './name-at';
import { definitionOf, resolved, type Scope } from './names';
import { isIn, type Span, spanOf } from './spans';

export interface Definition {
  /** What is under the cursor. */
  readonly origin: Span;
  readonly document: Kubeconfig;
  /** The whole entry, and in it the name. */
  readonly entry: Span;
  readonly name: Span;
}

/** Where the cluster, context or user under the cursor is written; from its own name, just there. */
export function definition(scope: Scope, offset: number): Definition | undefined {
  const found = nameAt(scope.document, offset);
  if (!found) return undefined;
  const { place, under } = found;
  const own = place.role === 'definition' ? { entry: place.entry, file: scope.document } : undefined;
  const target = own ?? resolved(scope, place.section, place.name);
  if (!target) return undefined;
  const entry = spanOf(target.entry);
  return { origin: under, document: target.file, entry, name: nameSpan(target.entry, entry) };
}

/** The name of an entry, if it stands in there; else its first key. */
export function nameSpan(entry: Entry, within = spanOf(entry)): Span {
  const name = definitionOf(entry);
  if (name && isIn(name, within)) return { start: name.start, end: name.end };
  const { node, base } = entry;
  const key = node.kind === 'mapping' ? node.pairs.find(({ merged }) => !merged)?.key : undefined;
  const first = key && { start: base + key.start, end: base + key.end };
  return first && isIn(first, within) ? first : { start: within.start, end: within.start };
}
