import type { Entry } from '../../document/entry';
import { Kubeconfig } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { execTokens } from './exec-tokens';
import { fieldTokens, keyToken } from './field-tokens';
import { namesOf } from './names';
import { type Span, spanOf } from './spans';
import { type Token, tokenOf } from './token';

/** What a cluster, a context and a user look like. */
const nameTypes = { clusters: 'class', contexts: 'namespace', users: 'variable' } as const;

/** Names, commands, variables, secrets and what is deprecated: in the order of the text, none over another. */
export function semanticTokens(document: LocatedDocument, range?: Span): Token[] {
  const tokens: Token[] = [];
  for (const field of document.fields) {
    if (field.shadowed) continue;
    tokens.push(...keyToken(document, field));
    for (const entry of field.entries) {
      // What aliases lead to may stand before or behind its entry.
      const mayReachIn = entry.base === 0 || touches(spanOf(entry), range);
      if (mayReachIn) tokens.push(...entryTokens(document, entry));
    }
  }
  const inRange = tokens.filter((token) => token.end > token.start && touches(token, range));
  return distinct(inRange.toSorted((a, b) => a.start - b.start || a.end - b.end));
}

function* entryTokens(document: LocatedDocument, entry: Entry): Generator<Token> {
  if (document instanceof Kubeconfig) {
    for (const { node, section, role } of namesOf(entry)) {
      yield tokenOf(document, entry, node, nameTypes[section], role === 'definition' ? ['definition'] : []);
    }
    if (entry.section === 'users') yield* execTokens(document, entry);
  }
  yield* fieldTokens(document, entry);
}

function touches({ start, end }: Span, range: Span | undefined): boolean {
  return !range || (start < range.end && end > range.start);
}

function distinct(tokens: readonly Token[]): Token[] {
  let end = 0;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}
