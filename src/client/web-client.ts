/** Stands for `vscode-languageclient/node` in a browser: the server is a worker in place of a process. */
import * as vscode from 'vscode';
import { LanguageClient as BrowserClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { publisher, name as shortName } from '../../package.json';

export * from 'vscode-languageclient/browser';

export const TransportKind = { ipc: 1 } as const;

declare const Worker: new (url: string) => never;

export class LanguageClient extends BrowserClient {
  /** `_server` says how a process would be started. */
  constructor(id: string, name: string, _server: unknown, options: LanguageClientOptions) {
    const own = vscode.extensions.getExtension(`${publisher}.${shortName}`);
    if (!own) throw new Error('The extension does not know where it is.');
    super(
      id,
      name,
      options,
      new Worker(vscode.Uri.joinPath(own.extensionUri, 'dist/server.web.js').toString(true)),
    );
  }
}
