import type { MarkupContent } from 'vscode-languageserver';
import { plainOf } from '../features/plain-markdown';
import { MarkupKind } from './wire/constants';

/** Markdown, or what it says in plain text. */
export function markup(markdown: string, isShown: boolean): MarkupContent {
  return isShown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainOf(markdown) };
}
