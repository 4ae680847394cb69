import { Emitter } from 'vscode-jsonrpc';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection } from './connection';

interface TextEvent {
  readonly document: TextDocument;
}

/** The texts that the client has open, as it tells of them. */
export class OpenTexts {
  readonly #texts = new Map<string, TextDocument>();
  readonly #changed = new Emitter<TextEvent>();
  readonly #closed = new Emitter<TextEvent>();
  readonly #saved = new Emitter<TextEvent>();

  /** Also called for one that is opened. */
  readonly onDidChangeContent = this.#changed.event;
  readonly onDidClose = this.#closed.event;
  readonly onDidSave = this.#saved.event;

  get(uri: string): TextDocument | undefined {
    return this.#texts.get(uri);
  }

  all(): TextDocument[] {
    return [...this.#texts.values()];
  }

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.#set(TextDocument.create(uri, languageId, version, text)),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const text = this.#texts.get(uri);
      if (!text || contentChanges.length === 0) return;
      if (typeof version !== 'number') throw new Error('A change has no version.');
      this.#set(TextDocument.update(text, contentChanges, version));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.#texts.get(uri);
      if (this.#texts.delete(uri) && document) this.#closed.fire({ document });
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      const document = this.#texts.get(uri);
      if (document) this.#saved.fire({ document });
    });
  }

  #set(document: TextDocument): void {
    this.#texts.set(document.uri, document);
    this.#changed.fire({ document });
  }
}
