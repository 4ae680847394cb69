import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  InsertReplaceEdit,
  InsertTextFormat,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursor } from '../../unit/cursor';
import { expanded } from '../../unit/features/completion/snippet';
import type { Client } from '../client';
import { positionOf } from '../ranges';

let opened = 0;

/** What is proposed at the cursor of a text that is opened for it, in the order in which an editor shows it. */
export async function proposed(client: Client, marked: string, name = 'x.kubeconfig') {
  const { text, offset } = cursor(marked);
  const uri = `file:///here/${opened++}/${name}`;
  await client.open(uri, text, name.endsWith('.json') ? 'json' : 'yaml');
  const params = { textDocument: { uri }, position: positionOf(text, offset) };
  const { items } = (await client.connection.sendRequest(CompletionRequest.type, params)) as CompletionList;
  await client.close(uri);
  const rank = (item: CompletionItem) => item.sortText ?? item.label;
  return { text, items: items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)) };
}

/** The text after an item was accepted by an editor that inserts the lines as they are. */
export function accepted(text: string, item: CompletionItem): string {
  const { textEdit, additionalTextEdits = [], insertTextFormat } = item;
  if (!textEdit) throw new Error(`${item.label} has no edit`);
  const range = InsertReplaceEdit.is(textEdit) ? textEdit.replace : textEdit.range;
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const newText = isSnippet ? expanded(textEdit.newText) : textEdit.newText;
  const document = TextDocument.create('file:///x', 'yaml', 1, text);
  return TextDocument.applyEdits(document, [{ range, newText }, ...additionalTextEdits]);
}

/** The lines of a text that are not in the one before it. */
export function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end++;
  return now.slice(start, now.length - end).join('\n');
}
