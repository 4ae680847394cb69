import { OpenText } from '../open-text';
import type { Connection } from './connection';

type Listener = (event: { readonly document: OpenText }) => void;

/** The texts that the client has open, as it tells of them. */
export class OpenTexts {
  readonly #texts = new Map<string, OpenText>();
  readonly #changed: Listener[] = [];
  readonly #closed: Listener[] = [];
  readonly #saved: Listener[] = [];

  /** Also called for one that is opened. */
  onDidChangeContent(listener: Listener): void {
    this.#changed.push(listener);
  }

  onDidClose(listener: Listener): void {
    this.#closed.push(listener);
  }

  onDidSave(listener: Listener): void {
    this.#saved.push(listener);
  }

  get(uri: string): OpenText | undefined {
    return this.#texts.get(uri);
  }

  all(): OpenText[] {
    return [...this.#texts.values()];
  }

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.#set(OpenText.create(uri, languageId, version, text)),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const text = this.#texts.get(uri);
      if (!text || contentChanges.length === 0) return;
      if (typeof version !== 'number') throw new Error('A change has no version.');
      this.#set(OpenText.update(text, contentChanges, version));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.#texts.get(uri);
      if (!document) return;
      this.#texts.delete(uri);
      for (const listener of this.#closed) listener({ document });
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      const document = this.#texts.get(uri);
      if (!document) return;
      for (const listener of this.#saved) listener({ document });
    });
  }

  #set(document: OpenText): void {
    this.#texts.set(document.uri, document);
    for (const listener of this.#changed) listener({ document });
  }
}
