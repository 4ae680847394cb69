import type { SemanticTokens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { tokenModifiers, tokenTypes } from '../features/navigation/semantic-legend';
import { semanticTokens } from '../features/navigation/semantic-tokens';
import type { Span } from '../features/navigation/spans';
import { answering } from './answers';
import { documentUriOf, rangeOf } from './params';
import type { Served } from './served';
import type { Connection } from './wire/connection';
import { TokenData } from './wire/token-data';

/** Serves semantic highlighting. */
export function serveTokens(connection: Connection, { documents, session }: Served): void {
  const answer = answering(connection);
  const tokensIn = (uri: string, rangeFor?: (text: TextDocument) => Span): SemanticTokens => {
    const open = documents.find(uri);
    const tokens = new TokenData();
    if (!open) return { data: [] };
    const { text, document } = open;
    const { multilineTokens } = session.abilities;
    for (const { type, modifiers, ...span } of semanticTokens(document, rangeFor?.(text))) {
      const bits = modifiers.reduce((sum, each) => sum + (1 << tokenModifiers.indexOf(each)), 0);
      for (const { start, end } of multilineTokens ? [span] : linesOf(text.getText(), span)) {
        const { line, character } = text.positionAt(start);
        tokens.push(line, character, end - start, tokenTypes.indexOf(type), bits);
      }
    }
    // Without the id that only changes could be asked for by.
    return { data: tokens.numbers };
  };
  connection.onSemanticTokens(answer('semantic tokens', (params) => tokensIn(documentUriOf(params))));
  connection.onSemanticTokensRange(
    answer('semantic tokens of a range', (params) =>
      tokensIn(documentUriOf(params), (text) => {
        const { start, end } = rangeOf(params);
        return { start: text.offsetAt(start), end: text.offsetAt(end) };
      }),
    ),
  );
}

/** The part of each line, without its indentation. */
function linesOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S.*/g)].map(({ index, 0: line }) => {
    return { start: start + index, end: start + index + line.trimEnd().length };
  });
}
