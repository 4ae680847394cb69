import type { NamedEntry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import { nameSpan } from './definition';
import { type Section, wordFor } from './names';
import { label } from './plain-text';
import type { Span } from './spans';

export interface WorkspaceSymbol extends Span {
  readonly name: string;
  readonly kind: 'context' | 'cluster' | 'user';
}

const sections = Object.keys(wordFor) as Section[];

/** The clusters, contexts and users of a document whose names have the letters of a query, in its order. */
export function workspaceSymbols(document: Kubeconfig, query: string): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase().replace(/\s/g, '')];
  return sections.flatMap((section) =>
    (document[section] as readonly NamedEntry[]).flatMap((entry) => {
      if (entry.name === '' || !hasLetters(entry.name.toLowerCase(), letters)) return [];
      return { name: label(entry.name), kind: wordFor[section], ...nameSpan(entry) };
    }),
  );
}

function hasLetters(name: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
