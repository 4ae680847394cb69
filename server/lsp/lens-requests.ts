import type { CodeLens, Connection, ExecuteCommandParams } from 'vscode-languageserver/node';
import { Kubeconfig } from '../document/kubeconfig';
import { runLenses } from '../features/code-lens';
import { changeCurrentContext, contextLenses } from '../features/navigation/set-current-context';
import { type RunSelection, runCommand } from '../protocol';
import { answering, refusal } from './answers';
import { judgeLensesIn } from './judge-requests';
import { workspaceEdit } from './name-requests';
import { setCurrentContextCommand } from './navigation-capabilities';
import { documentUriOf, optionalText, uriOf } from './params';
import { refreshViews } from './refresh-views';
import { rangeIn, scopeOf } from './scope';
import type { Served } from './served';

/** Serves the lines that stand over contexts and exec blocks, and the command of the former. */
export function serveLenses(connection: Connection, served: Served): void {
  const answer = answering(connection);
  const { abilities } = served.session;
  connection.onCodeLens(
    answer('code lenses', (params) => {
      const uri = documentUriOf(params);
      return [...contextLensesIn(uri, served), ...runLensesIn(uri, served), ...judgeLensesIn(uri, served)];
    }),
  );
  if (!abilities.appliesEdits) return;
  connection.onExecuteCommand(
    answer('command', async (params: ExecuteCommandParams) => {
      if (params.command !== setCurrentContextCommand)
        throw refusal(`There is no command "${params.command}".`);
      const edit = currentContextEdit(params.arguments?.[0], served);
      const { applied, failureReason } = await connection.workspace.applyEdit(edit);
      if (!applied) throw refusal(failureReason ?? 'The editor did not change the file. Try it again.');
      // The lenses of other files tell of it, too.
      refreshViews(connection, served.session);
      return null;
    }),
  );
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

/** Only for a client that carries out their command. */
function runLensesIn(uri: string, { documents, session }: Served): CodeLens[] {
  const open = documents.find(uri);
  if (!session.runCommand || !(open?.document instanceof Kubeconfig)) return [];
  return runLenses(open.document).map(({ user, ...span }) => {
    const selection: RunSelection = { uri, user };
    return {
      range: rangeIn(open.text, span),
      command: { title: 'Run exec plugin', command: runCommand, arguments: [selection] },
    };
  });
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
