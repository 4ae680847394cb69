import type { Kubeconfig } from '../../document/kubeconfig';
import { nameAt } from './name-at';
import { type NamePlace, placesOf, type Scope } from './names';
import type { Span } from './spans';

export interface Reference extends Span {
  readonly document: Kubeconfig;
}

/** All places in all files that name what is named under the cursor. */
export function references(scope: Scope, offset: number, withDeclaration: boolean): Reference[] {
  const place = nameAt(scope.document, offset)?.place;
  if (!place) return [];
  return scope.files.flatMap((document) =>
    here(document, place, withDeclaration).map(({ start, end }) => ({ document, start, end })),
  );
}

export interface Highlight extends Span {
  readonly kind: 'read' | 'write';
}

/** The same in one document: the entry's own name is where it is written, all others read it. */
export function highlights(document: Kubeconfig, offset: number): Highlight[] {
  const place = nameAt(document, offset)?.place;
  if (!place) return [];
  return here(document, place, true).map(({ start, end, role }) => {
    return { start, end, kind: role === 'definition' ? 'write' : 'read' };
  });
}

/** In the order of the text, each once: what an alias repeats stands in one place. */
function here(document: Kubeconfig, { section, name }: NamePlace, withDeclaration: boolean): NamePlace[] {
  const places = new Map<number, NamePlace>();
  for (const place of placesOf(document, section, name)) {
    if (!withDeclaration && place.role === 'definition') continue;
    if (place.role === 'definition' || !places.has(place.start)) places.set(place.start, place);
  }
  return [...places.values()].toSorted((a, b) => a.start - b.start);
}
