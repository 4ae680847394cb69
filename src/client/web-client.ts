/** Stands for `vscode-languageclient/node` in a browser: the server is a worker in place of a process. */
import * as vscode from 'vscode';
import { LanguageClient as BrowserClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { publisher, name as shortName } from '../../package.json';

export * from 'vscode-languageclient/browser';

export const TransportKind = { ipc: 1 } as const;

interface Worker {
  postMessage(message: unknown): void;
}
declare const Worker: new (url: string) => Worker;

export class LanguageClient extends BrowserClient {
  /** `_server` says how a process would be started. */
  constructor(id: string, name: string, _server: unknown, options: LanguageClientOptions) {
    const own = vscode.extensions.getExtension(`${publisher}.${shortName}`);
    if (!own) throw new Error('The extension does not know where it is.');
    const script = vscode.Uri.joinPath(own.extensionUri, 'dist/server.web.js').toString(true);
    super(id, name, plain(new Worker(script)) as never, options);
  }
}

/** Settings are proxies, which a worker is not sent as they are. */
function plain(worker: Worker): Worker {
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message) => post(JSON.parse(JSON.stringify(message)));
  return worker;
}
