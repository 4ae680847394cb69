import {
  CodeLens,
  type Connection,
  DidChangeConfigurationNotification,
  type Hover,
  type InitializeResult,
  MarkupKind,
  type Position,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { version } from '../package.json';
import { answering } from './answers';
import { Publisher } from './diagnostics';
import { Kubeconfig } from './document/kubeconfig';
import { OpenDocuments } from './documents';
import type { Environment } from './environment';
import { runLenses } from './features/code-lens';
import { hover } from './features/hover';
import { documentUriOf, positionOf } from './params';
import { type RunSelection, runCommand, trustGranted } from './protocol';
import { serveRuns } from './run-requests';
import { applySettings, configure, newSession, type Session } from './session';

/** Wires LSP to the pure functions: find the document, call one, return. */
export function serve(connection: Connection, environment: Environment): void {
  const documents = new OpenDocuments();
  const session = newSession();
  const publisher = new Publisher(connection, documents, environment, session);
  const answer = answering(connection);

  connection.onInitialize(({ initializationOptions }) => {
    configure(session, initializationOptions);
    return initializeResult(session);
  });
  connection.onNotification(trustGranted, () => {
    session.trusted = true;
    publisher.requestAll();
  });
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) =>
    applySettings(session, settings),
  );
  connection.onHover(
    answer('hover', (params) => hoverAt(documentUriOf(params), positionOf(params), documents)),
  );
  connection.onCodeLens(
    answer('code lenses', (params) => lensesOf(documentUriOf(params), documents, session)),
  );
  serveRuns(connection, documents, environment, session);

  documents.texts.listen(connection);
  connection.listen();
}

function initializeResult(session: Session): InitializeResult {
  return {
    serverInfo: { name: 'kubeconfig-exec', version },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      ...(session.runCommand ? { codeLensProvider: {} } : {}),
    },
  };
}

function hoverAt(uri: string, position: Position, documents: OpenDocuments): Hover | null {
  const open = documents.find(uri);
  const found = open && hover(open.document, open.text.offsetAt(position));
  if (!found) return null;
  const range = { start: open.text.positionAt(found.start), end: open.text.positionAt(found.end) };
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range };
}

function lensesOf(uri: string, documents: OpenDocuments, session: Session): CodeLens[] {
  const open = documents.find(uri);
  if (!session.runCommand || !(open?.document instanceof Kubeconfig)) return [];
  return runLenses(open.document).map(({ user, start, end }) => {
    const lens = CodeLens.create({ start: open.text.positionAt(start), end: open.text.positionAt(end) });
    const selection: RunSelection = { uri, user };
    return { ...lens, command: { title: 'Run exec plugin', command: runCommand, arguments: [selection] } };
  });
}
