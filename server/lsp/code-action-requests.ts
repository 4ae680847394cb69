import type { CodeAction, CodeActionParams, Diagnostic, TextEdit } from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from '../edits/edit';
import { fixAll, isTouched, quickFixes, type Selection } from '../features/code-actions';
import { type Refactoring, refactorings } from '../features/refactor';
import { silenceLine } from '../features/silence';
import type { Diagnostic as Found } from '../rules/check';
import { answering } from './answers';
import { fixAllKind } from './capabilities';
import { type Publisher, toLsp } from './diagnostics';
import { harmlessIn } from './harmless';
import type { OpenText } from './open-text';
import { documentUriOf, property } from './params';
import { ruleContextOf } from './rule-context';
import { runActions } from './run-actions';
import type { Served } from './served';
import type { Connection } from './wire/connection';
import { CodeActionKind } from './wire/constants';

interface Asked {
  readonly text: OpenText;
  readonly document: LocatedDocument;
  readonly found: readonly Found[];
  /** Those that the client asks about. */
  readonly meant: readonly Found[];
  readonly selection: Selection;
}

/** Serves `textDocument/codeAction`. */
export function serveCodeActions(connection: Connection, served: Served, publisher: Publisher): void {
  const answer = answering(connection);
  connection.onCodeAction(
    answer('code actions', (params: CodeActionParams) => {
      const open = served.documents.find(documentUriOf(params));
      const found = open && publisher.latest(open.text);
      if (!open || !found) return [];
      const selection = selectionOf(open.text, params);
      const isMeant = meantBy(params, open.text, selection);
      const asked = { ...open, found, meant: found.filter(isMeant), selection };
      return actionsFor(asked, served, wantedOf(params));
    }),
  );
}

function actionsFor(asked: Asked, served: Served, wanted: (kind: string) => boolean): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix))
    actions.push(...quickFixActions(asked, served), ...silenceActions(asked));
  if (refactorKinds.some(wanted)) {
    const known = new Set(actions.map(({ edit }) => JSON.stringify(edit)));
    const others = refactorActions(asked, served).filter(({ kind }) => wanted(kind ?? ''));
    actions.push(...others.filter(({ edit }) => !known.has(JSON.stringify(edit))));
  }
  if (wanted(fixAllKind)) actions.push(...fixAllActions(asked));
  const { text, document, selection } = asked;
  if (wanted(CodeActionKind.Empty))
    actions.push(...runActions(text.uri, document, selection, served.session));
  return actions;
}

const refactorKinds: readonly Refactoring['kind'][] = [
  'refactor.rewrite',
  'refactor.extract',
  'refactor.move',
];

/** What kubectl would refuse then is not offered. */
function quickFixActions({ text, document, meant }: Asked, served: Served): CodeAction[] {
  const isHarmless = harmlessIn(document, ruleContextOf(served, text.uri));
  const fixes = quickFixes(meant).filter(({ edits }) => isHarmless(edits));
  return fixes.map(({ title, edits, diagnostics, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.map((diagnostic): Diagnostic => toLsp(diagnostic, text)),
    ...(preferred ? { isPreferred: true } : {}),
    edit: editOf(text, edits),
  }));
}

/** What kubectl refuses is better put right. */
function silenceActions({ text, document, meant }: Asked): CodeAction[] {
  return meant.flatMap((diagnostic) => {
    const { code, severity, kubectl, start } = diagnostic;
    if (severity === 'error' || kubectl !== null) return [];
    const edit = silenceLine(document, code, start);
    if (!edit) return [];
    return {
      title: `Silence ${code} on this line`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toLsp(diagnostic, text)],
      edit: editOf(text, [edit]),
    };
  });
}

function refactorActions({ text, document, selection }: Asked, served: Served): CodeAction[] {
  if (!(document instanceof Kubeconfig)) return [];
  const inContext = served.configurations.inContext(document, text.uri);
  return refactorings(inContext, selection, ruleContextOf(served, text.uri)).map(
    ({ title, kind, edits }) => ({ title, kind, edit: editOf(text, edits) }),
  );
}

function fixAllActions({ text, found }: Asked): CodeAction[] {
  const edits = fixAll(found);
  if (edits.length === 0) return [];
  return [
    { title: 'Fix everything that cannot change the meaning', kind: fixAllKind, edit: editOf(text, edits) },
  ];
}

function editOf(text: OpenText, edits: readonly Edit[]) {
  return { changes: { [text.uri]: textEdits(text, edits) } };
}

export function textEdits(text: OpenText, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));
}

function selectionOf(text: OpenText, { range }: CodeActionParams): Selection {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/** What a selection touches, or what the client names: some ask from anywhere on the line. */
function meantBy(params: CodeActionParams, text: OpenText, selection: Selection) {
  const sent = property(property(params, 'context'), 'diagnostics');
  const named = new Set((Array.isArray(sent) ? sent : []).map(identityOf));
  return (diagnostic: Found) =>
    isTouched(diagnostic, selection) || named.has(identityOf(toLsp(diagnostic, text)));
}

function identityOf(diagnostic: unknown): string {
  const start = property(property(diagnostic, 'range'), 'start');
  return `${property(diagnostic, 'code')} ${property(start, 'line')}:${property(start, 'character')}`;
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
