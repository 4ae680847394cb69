import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client';
import { positionOf } from '../ranges';

/** What an editor shows of a document besides its text, in a few words. */
export function viewsOf(client: Client, uri: string, text: string) {
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const at = (range: Range) => document.getText(range);
  const ask = <T>(method: string, more: object = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  const whole = { start: positionOf(text, 0), end: positionOf(text, text.length) };
  return {
    symbols: async () => (await ask<DocumentSymbol[]>('documentSymbol')).map(symbol),
    links: async () =>
      (await ask<DocumentLink[]>('documentLink')).map(({ range, target }) => `${at(range)} -> ${target}`),
    lenses: async () =>
      (await ask<CodeLens[]>('codeLens')).map(({ range, command }) => `${at(range)}: ${command?.title}`),
    hints: async () =>
      (await ask<InlayHint[]>('inlayHint', { range: whole })).map(({ position, label }) => {
        const before = text.slice(0, document.offsetAt(position));
        return `${/[\w./]+"?$/.exec(before)?.[0]} ${label}`;
      }),
    folds: async () => (await ask<FoldingRange[] | null>('foldingRange')) ?? [],
    tokens: async () => tokens(await ask<SemanticTokens>('semanticTokens/full'), document, client),
    selection: async (word: string) => {
      const positions = [positionOf(text, text.indexOf(word) + 1)];
      const found: string[] = [];
      const [first] = await ask<SelectionRange[]>('selectionRange', { positions });
      for (let each = first; each; each = each.parent) found.push(at(each.range));
      return found;
    },
  };
}

function symbol({ name, detail, children = [] }: DocumentSymbol): string {
  const inner = children.length > 0 ? ` [${children.map(symbol).join(', ')}]` : '';
  return `${name}${detail ? ` (${detail})` : ''}${inner}`;
}

function tokens({ data }: SemanticTokens, document: TextDocument, client: Client): string[] {
  const { legend } = client.initialized?.capabilities.semanticTokensProvider ?? { legend: undefined };
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index * 5, index * 5 + 5);
    [line, character] = [line + down, down > 0 ? right : character + right];
    const range = { start: { line, character }, end: { line, character: character + length } };
    const modifiers = legend?.tokenModifiers.filter((_name, bit) => (bits >> bit) & 1) ?? [];
    return [document.getText(range), legend?.tokenTypes[type], ...modifiers].join(' ');
  });
}
