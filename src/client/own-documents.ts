import type * as vscode from 'vscode';
import {
  DidOpenTextDocumentNotification,
  type LanguageClient,
  type Middleware,
} from 'vscode-languageclient/node';
import { isOurs } from './ours';

/** Keeps every other YAML or JSON document away from the server: it never hears of them. */
export class OwnDocuments {
  readonly #open = new Set<string>();
  client: LanguageClient | undefined;

  readonly middleware: Middleware = {
    didOpen: async (document, next) => {
      if (!isOurs(document)) return;
      this.#open.add(uriOf(document));
      await next(document);
    },
    didChange: async (change, next) => {
      const { document } = change;
      if (this.#open.has(uriOf(document))) await next(change);
      else if (isOurs(document)) await this.#openLate(document);
    },
    didSave: async (document, next) => {
      if (this.#open.has(uriOf(document))) await next(document);
    },
    didClose: async (document, next) => {
      if (this.#open.delete(uriOf(document))) await next(document);
    },
    sendRequest: async (type, params, token, next) => {
      const uri = (params as { textDocument?: { uri: string } } | undefined)?.textDocument?.uri;
      if (uri !== undefined && !this.#open.has(uri)) return null as never;
      return next(type, params, token);
    },
  };

  /** A text that has become a kubeconfig while it was typed. */
  async #openLate(document: vscode.TextDocument): Promise<void> {
    if (!this.client) return;
    this.#open.add(uriOf(document));
    const params = this.client.code2ProtocolConverter.asOpenTextDocumentParams(document);
    await this.client.sendNotification(DidOpenTextDocumentNotification.type, params);
  }
}

function uriOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}
