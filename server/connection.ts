import {
  CodeLens,
  type CodeLensParams,
  type Connection,
  DidChangeConfigurationNotification,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../package.json';
import { publishOnChange } from './diagnostics';
import { Kubeconfig } from './document/kubeconfig';
import { LocatedDocuments } from './documents';
import type { Environment } from './environment';
import { runLenses } from './features/code-lens';
import { hover } from './features/hover';
import { type InitializationOptions, runCommand, type Settings, trustGranted } from './protocol';
import { serveRuns } from './run-requests';

/** What the client has said about itself and the user. */
export interface Session {
  trusted: boolean;
  settings: Settings;
  /** Whether the client knows the command of the code lens. */
  runCommand: boolean;
}

/** Wires LSP to the pure functions: find the document, call one, return. */
export function serve(connection: Connection, environment: Environment): void {
  const texts = new TextDocuments(TextDocument);
  const located = new LocatedDocuments();
  const session: Session = { trusted: false, settings: {}, runCommand: false };

  connection.onInitialize((params) => initialize(params, session));
  connection.onNotification(trustGranted, () => {
    session.trusted = true;
    for (const text of texts.all()) republish(text);
  });
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
    session.settings = (settings ?? {}) as Settings;
  });
  const republish = publishOnChange(connection, texts, located, environment, session);
  texts.onDidClose(({ document }) => located.forget(document.uri));

  connection.onHover((params) => hoverAt(params, texts, located));
  connection.onCodeLens((params) => (session.runCommand ? lensesOf(params, texts, located) : []));
  serveRuns(connection, texts, located, environment, session);

  texts.listen(connection);
  connection.listen();
}

function initialize(params: InitializeParams, session: Session): InitializeResult {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  session.trusted = options.trusted === true;
  session.settings = options.settings ?? {};
  session.runCommand = options.commands?.includes(runCommand) === true;
  return {
    serverInfo: { name: 'kubeconfig-exec', version },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      ...(session.runCommand ? { codeLensProvider: {} } : {}),
    },
  };
}

type Texts = TextDocuments<TextDocument>;

function hoverAt(params: HoverParams, texts: Texts, located: LocatedDocuments): Hover | null {
  const text = texts.get(params.textDocument.uri);
  const document = text && located.of(text);
  const found = document && hover(document, text.offsetAt(params.position));
  if (!found) return null;
  const range = { start: text.positionAt(found.start), end: text.positionAt(found.end) };
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range };
}

function lensesOf(params: CodeLensParams, texts: Texts, located: LocatedDocuments): CodeLens[] {
  const text = texts.get(params.textDocument.uri);
  const document = text && located.of(text);
  if (!text || !(document instanceof Kubeconfig)) return [];
  return runLenses(document).map(({ user, start, end }) => {
    const lens = CodeLens.create({ start: text.positionAt(start), end: text.positionAt(end) });
    const selection = { uri: text.uri, user };
    return { ...lens, command: { title: 'Run exec plugin', command: runCommand, arguments: [selection] } };
  });
}
