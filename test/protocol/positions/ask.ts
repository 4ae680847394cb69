import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client';

export type Ask =
  | 'definition'
  | 'references'
  | 'references only'
  | 'highlights'
  | 'prepareRename'
  | 'hover'
  | `rename to ${string}`;

/** The answer in a few words; a refusal is its message. */
export async function answerTo(client: Client, ask: Ask, uri: string, text: string, position: Position) {
  const params = { textDocument: { uri }, position };
  const request = <T>(method: string, more: object = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { ...params, ...more });
  const place = (range: Range) => occurrence(text, range);
  try {
    if (ask === 'hover') {
      const found = await request<{ contents: { value: string } } | null>('hover');
      return found?.contents.value ?? null;
    }
    if (ask === 'definition') {
      const found = await request<(Location | LocationLink)[] | Location | null>('definition');
      return (
        found &&
        [found]
          .flat()
          .map((each) => place(targetOf(each)))
          .join()
      );
    }
    if (ask === 'references' || ask === 'references only') {
      const context = { includeDeclaration: ask === 'references' };
      return (await request<Location[]>('references', { context })).map(({ range }) => place(range));
    }
    if (ask === 'highlights') {
      const found = await request<DocumentHighlight[]>('documentHighlight');
      return found.map(({ range, kind }) => place(range) + (kind === DocumentHighlightKind.Write ? '!' : ''));
    }
    if (ask === 'prepareRename') {
      const found = await request<{ range: Range; placeholder: string } | null>('prepareRename');
      return found?.placeholder ?? null;
    }
    return editsOf(await request<WorkspaceEdit>('rename', { newName: ask.slice('rename to '.length) }));
  } catch (error) {
    return (error as Error).message;
  }
}

function targetOf(each: Location | LocationLink): Range {
  return 'range' in each ? each.range : each.targetSelectionRange;
}

function editsOf({ changes, documentChanges }: WorkspaceEdit): string[] {
  const versioned = (documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  const plain = Object.values(changes ?? {}).flat();
  return [...versioned, ...plain].map((edit) => ('newText' in edit ? edit.newText : '?'));
}

/** `word#n`: the text of a range without its quotes, and how often it occurs before. */
function occurrence(text: string, range: Range): string {
  const document = TextDocument.create('file:///x', 'yaml', 1, text);
  const word = document.getText(range).replace(/^(["'])(.*)\1$/s, '$2');
  return `${word}#${text.slice(0, document.offsetAt(range.start)).split(word).length - 1}`;
}
