import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import type { TokenModifier, TokenType } from './semantic-legend';
import { inQuotes, type Span, spanOf } from './spans';

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Of a scalar, without its quotes. */
export function tokenOf(
  { text }: LocatedDocument,
  entry: Entry,
  node: LocatedNode,
  type: TokenType,
  modifiers: readonly TokenModifier[] = [],
): Token {
  return { ...inQuotes(text, spanOf(entry, node)), type, modifiers };
}
