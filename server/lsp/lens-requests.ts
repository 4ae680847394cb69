import type { ApplyWorkspaceEditResult, CodeLens } from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import { runLenses } from '../features/code-lens';
import { changeCurrentContext, contextLenses } from '../features/navigation/set-current-context';
import { type RunSelection, runCommand } from '../protocol';
import { answering, refusal } from './answers';
import type { Commands } from './commands';
import { judgeLensesIn } from './judge-lenses';
import { workspaceEdit } from './name-requests';
import { setCurrentContextCommand } from './navigation-capabilities';
import { OutcomeLenses } from './outcome-lenses';
import { documentUriOf, optionalText, uriOf } from './params';
import { refreshViews } from './refresh-views';
import { rangeIn, scopeOf } from './scope';
import type { Served } from './served';
import type { Connection } from './wire/connection';

/** Serves the lines that stand over contexts and exec blocks. */
export function serveLenses(connection: Connection, served: Served): void {
  const answer = answering(connection);
  const outcomes = new OutcomeLenses(connection, served);
  connection.onCodeLens(
    answer('code lenses', (params) => {
      const uri = documentUriOf(params);
      return [
        ...contextLensesIn(uri, served),
        ...runLensesIn(uri, served, outcomes),
        ...judgeLensesIn(uri, served),
      ];
    }),
  );
}

/** The command of the lenses over contexts, for a client that makes the edits it is asked to make. */
export function contextCommands(connection: Connection, served: Served): Commands {
  const setContext = async (argument: unknown) => {
    const edit = currentContextEdit(argument, served);
    const { applied, failureReason } = await connection.sendRequest<ApplyWorkspaceEditResult>(
      'workspace/applyEdit',
      edit,
    );
    if (!applied) throw refusal(failureReason ?? 'The editor did not change the file. Try it again.');
    // The lenses of other files tell of it, too.
    refreshViews(connection, served.session);
    return null;
  };
  const { appliesEdits } = served.session.abilities;
  return new Map(appliesEdits ? [[setCurrentContextCommand, setContext]] : []);
}

function contextLensesIn(uri: string, { documents, configurations, session }: Served): CodeLens[] {
  const open = documents.find(uri);
  if (!session.abilities.appliesEdits || !(open?.document instanceof Kubeconfig)) return [];
  return contextLenses(configurations.inContext(open.document, uri)).map(({ context, current, ...span }) => ({
    range: rangeIn(open.text, span),
    command: current
      ? { title: 'Current context', command: '' }
      : { title: 'Set as current context', command: setCurrentContextCommand, arguments: [{ uri, context }] },
  }));
}

/** Only for a client that carries out their command, or has the server do it. */
function runLensesIn(
  uri: string,
  { documents, configurations, session }: Served,
  outcomes: OutcomeLenses,
): CodeLens[] {
  const open = documents.find(uri);
  const canRun = session.onMachine && (session.runCommand || session.showsLenses);
  if (!canRun || !(open?.document instanceof Kubeconfig)) return [];
  const run = runLenses(open.document).map(({ user, ...span }) => {
    const selection: RunSelection = { uri, user };
    return {
      range: rangeIn(open.text, span),
      command: { title: 'Run exec plugin', command: runCommand, arguments: [selection] },
    };
  });
  return [...run, ...outcomes.in(open.text, configurations.inContext(open.document, uri))];
}

function currentContextEdit(argument: unknown, { documents, configurations, session }: Served) {
  const open = scopeOf(uriOf(argument), documents, configurations);
  if (!open) throw refusal('This document is not an open kubeconfig.');
  const change = changeCurrentContext(open.scope, optionalText(argument, 'context') ?? '');
  if ('refusal' in change) throw refusal(change.refusal);
  return {
    label: 'Set as current context',
    edit: workspaceEdit(open, { files: [change] }, session.abilities.versionedEdits),
  };
}
