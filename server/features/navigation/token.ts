import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import type { TokenModifier, TokenType } from './semantic-legend';
import { inQuotes, type Span, spanOf } from './spans';

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Of a scalar, without its quotes or the sign that begins a block. */
export function tokenOf(
  { text }: LocatedDocument,
  entry: Entry,
  node: LocatedNode,
  type: TokenType,
  modifiers: readonly TokenModifier[] = [],
): Token {
  const { start, end } = inQuotes(text, spanOf(entry, node));
  const isBlock = node.kind === 'scalar' && node.style === 'block';
  const content = isBlock ? Math.min(end, text.indexOf('\n', start) + 1 || end) : start;
  return { start: content, end, type, modifiers };
}
