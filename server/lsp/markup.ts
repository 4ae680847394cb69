import { type MarkupContent, MarkupKind } from 'vscode-languageserver/node';
import { plainOf } from '../features/plain-markdown';

/** Markdown, or what it says in plain text. */
export function markup(markdown: string, isShown: boolean): MarkupContent {
  return isShown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainOf(markdown) };
}
