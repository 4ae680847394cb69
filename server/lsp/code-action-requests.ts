import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../edits/edit';
import { fixAll, quickFixes, type Selection } from '../features/code-actions';
import type { Diagnostic as Found } from '../rules/check';
import { answering } from './answers';
import { fixAllKind } from './capabilities';
import { type Publisher, toLsp } from './diagnostics';
import type { OpenDocuments } from './documents';
import { documentUriOf, property } from './params';

/** Serves `textDocument/codeAction`. */
export function serveCodeActions(
  connection: Connection,
  documents: OpenDocuments,
  publisher: Publisher,
): void {
  const answer = answering(connection);
  connection.onCodeAction(
    answer('code actions', (params: CodeActionParams) => {
      const open = documents.find(documentUriOf(params));
      const found = open && publisher.latest(open.text);
      if (!open || !found) return [];
      return actionsFor(open.text, found, selectionOf(open.text, params), wantedOf(params));
    }),
  );
}

function actionsFor(
  text: TextDocument,
  found: readonly Found[],
  selection: Selection,
  wanted: (kind: string) => boolean,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixActions(text, found, selection));
  if (wanted(fixAllKind)) actions.push(...fixAllActions(text, found));
  return actions;
}

function quickFixActions(text: TextDocument, found: readonly Found[], selection: Selection): CodeAction[] {
  return quickFixes(found, selection).map(({ title, edits, diagnostics, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.map((diagnostic): Diagnostic => toLsp(diagnostic, text)),
    ...(preferred ? { isPreferred: true } : {}),
    edit: { changes: { [text.uri]: textEdits(text, edits) } },
  }));
}

function fixAllActions(text: TextDocument, found: readonly Found[]): CodeAction[] {
  const edits = fixAll(found);
  if (edits.length === 0) return [];
  const edit = { changes: { [text.uri]: textEdits(text, edits) } };
  return [{ title: 'Fix everything that cannot change the meaning', kind: fixAllKind, edit }];
}

export function textEdits(text: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));
}

function selectionOf(text: TextDocument, { range }: CodeActionParams): Selection {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/**
 * Whether a client asked for a kind. Without a filter it asks for what may be shown in a light bulb, which no
 * source action is.
 */
function wantedOf(params: CodeActionParams): (kind: string) => boolean {
  const only = property(property(params, 'context'), 'only');
  if (!Array.isArray(only)) return (kind) => !kind.startsWith(CodeActionKind.Source);
  return (kind) => only.some((each) => kind === each || kind.startsWith(`${each}.`));
}
