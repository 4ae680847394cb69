import path from 'node:path';
import * as vscode from 'vscode';
import {
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  judgeCommand,
  memoryFlags,
  runCommand,
  showResultCommand,
  trustGranted,
  windowFocused,
} from '../../server/protocol';
import { languages } from './ours';
import { OwnDocuments } from './own-documents';
import { SyntaxOnce } from './red-hat-yaml';
import { readSettings, section } from './settings';

/**
 * Starts the server in a process of its own, and keeps it informed of trust and settings. `died`: it has answered, and
 * has ended without being asked to.
 */
export async function startClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  died: () => void,
): Promise<LanguageClient> {
  const documents = new OwnDocuments();
  const syntax = new SyntaxOnce();
  let answered = false;
  const closed = () => {
    listeners.dispose();
    if (answered) died();
  };
  const client = new QuietClient(
    section,
    'Kubeconfig Exec',
    serverOptions(context, readSettings().maxFileSize),
    clientOptions(output, { ...documents.middleware, handleDiagnostics: syntax.handleDiagnostics }, closed),
  );
  documents.client = client;
  const listeners = vscode.Disposable.from(
    syntax,
    onFocus(() => client.sendNotification(windowFocused)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(trustGranted)),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration(section)) return;
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: readSettings() });
    }),
  );
  client.onDidChangeState(({ newState }) => newState === State.Stopped && listeners.dispose());
  await client.start();
  answered = true;
  return client;
}

/** What ends unexpectedly is told by us, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Also told of when the window only becomes active or idle, which is no reason to look at files again. */
function onFocus(act: () => void): vscode.Disposable {
  let focused = vscode.window.state.focused;
  return vscode.window.onDidChangeWindowState((state) => {
    if (state.focused && !focused) act();
    focused = state.focused;
  });
}

function serverOptions(
  { extensionPath, extensionMode }: vscode.ExtensionContext,
  maxFileSize: number | undefined,
): ServerOptions {
  const execArgv = memoryFlags(maxFileSize);
  const module = path.join(extensionPath, 'dist/server.js');
  const run = { module, transport: TransportKind.ipc, options: { execArgv } };
  // Whoever debugs extensions of others opens no door to the process that sees secrets.
  if (extensionMode !== vscode.ExtensionMode.Development) return { run, debug: run };
  // The port that .vscode/launch.json attaches to.
  return { run, debug: { ...run, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6009'] } } };
}

function clientOptions(
  output: vscode.LogOutputChannel,
  middleware: Middleware,
  closed: () => void,
): LanguageClientOptions {
  return {
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions,
    outputChannel: output,
    traceOutputChannel: withoutTrace(output),
    // Errors of a request are shown by whoever made it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Another client, with another process, takes its place: one that has failed to start can't be started again.
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    initializationFailedHandler: () => false,
    middleware,
  };
}

function initializationOptions(): InitializationOptions {
  const settings = readSettings();
  return {
    trusted: vscode.workspace.isTrusted,
    settings,
    commands: [runCommand, judgeCommand, showResultCommand],
    tellsFocus: true,
    showsSignIns: true,
  };
}

/** A trace of the protocol would hold the documents, and with them the secrets in them. */
function withoutTrace(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const never: vscode.Event<vscode.LogLevel> = () => ({ dispose: () => {} });
  return { ...output, logLevel: vscode.LogLevel.Off, onDidChangeLogLevel: never, trace: () => {} };
}
