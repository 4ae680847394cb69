import path from 'node:path';
import * as vscode from 'vscode';
import {
  DidChangeConfigurationNotification,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  judgeCommand,
  runCommand,
  showResultCommand,
  trustGranted,
  windowFocused,
} from '../../server/protocol';
import { languages } from './ours';
import { OwnDocuments } from './own-documents';
import { SyntaxOnce } from './red-hat-yaml';
import { readSettings, section } from './settings';

/** Starts the server in a process of its own, and keeps it informed of trust and settings. */
export async function startClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<LanguageClient> {
  const documents = new OwnDocuments();
  const syntax = new SyntaxOnce();
  const client = new LanguageClient(
    section,
    'Kubeconfig Exec',
    serverOptions(context),
    clientOptions(output, { ...documents.middleware, handleDiagnostics: syntax.handleDiagnostics }),
  );
  documents.client = client;
  context.subscriptions.push(
    syntax,
    onFocus(() => client.sendNotification(windowFocused)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(trustGranted)),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration(section)) return;
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: readSettings() });
    }),
  );
  await client.start();
  return client;
}

/** Also told of when the window only becomes active or idle, which is no reason to look at files again. */
function onFocus(act: () => void): vscode.Disposable {
  let focused = vscode.window.state.focused;
  return vscode.window.onDidChangeWindowState((state) => {
    if (state.focused && !focused) act();
    focused = state.focused;
  });
}

function serverOptions({ extensionPath, extensionMode }: vscode.ExtensionContext): ServerOptions {
  const run = { module: path.join(extensionPath, 'dist/server.js'), transport: TransportKind.ipc };
  // Whoever debugs extensions of others opens no door to the process that sees secrets.
  if (extensionMode !== vscode.ExtensionMode.Development) return { run, debug: run };
  // The port that .vscode/launch.json attaches to.
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

function clientOptions(output: vscode.LogOutputChannel, middleware: Middleware): LanguageClientOptions {
  return {
    documentSelector: languages.map((language) => ({ language })),
    // Asked again when a server that has died is started anew.
    initializationOptions,
    outputChannel: output,
    traceOutputChannel: withoutTrace(output),
    // Errors of a request are shown by whoever made it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
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
