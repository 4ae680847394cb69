import type { Location, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Kubeconfig } from '../document/kubeconfig';
import type { Edit } from '../edits/edit';
import type { Scope } from '../features/navigation/names';
import type { Configurations } from './configurations';
import { filePath, type OpenDocuments } from './documents';

/** A kubeconfig as the client knows it. */
export interface Place {
  readonly uri: string;
  /** `null` for one that is not open. */
  readonly version: number | null;
  readonly text: TextDocument;
}

/** An open kubeconfig with those it is merged with, and where each of them is. */
export interface OpenScope {
  readonly scope: Scope;
  readonly text: TextDocument;
  placeOf(document: Kubeconfig): Place;
}

/** `undefined` for a text that is not open, or no kubeconfig. */
export function scopeOf(
  uri: string,
  documents: OpenDocuments,
  configurations: Configurations,
): OpenScope | undefined {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) return undefined;
  const path = filePath(uri);
  const own = path === undefined ? undefined : configurations.of(open.document, path);
  const document = own?.document ?? open.document;
  const others = (own?.merged?.files ?? []).map((file) => ({ document: file.document, path: file.path }));
  const paths = new Map(others.map((file) => [file.document, file.path]));
  const here = { uri, version: open.text.version, text: open.text };
  return {
    scope: { document, files: others.length > 0 ? others.map((file) => file.document) : [document] },
    text: open.text,
    placeOf: (other) => (other === document ? here : placeAt(paths.get(other) ?? '', other, documents)),
  };
}

/** A file, by the name that the client has for it if it is open. */
export function placeAt(path: string, { text }: Kubeconfig, documents: OpenDocuments): Place {
  const open = documents.texts.all().find(({ uri }) => filePath(uri) === path);
  if (open) return { uri: open.uri, version: open.version, text: open };
  const uri = URI.file(path).toString();
  return { uri, version: null, text: TextDocument.create(uri, 'yaml', 0, text) };
}

export function rangeIn(text: TextDocument, { start, end }: { start: number; end: number }): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

export function locationIn({ uri, text }: Place, span: { start: number; end: number }): Location {
  return { uri, range: rangeIn(text, span) };
}

export function textEditIn(text: TextDocument, edit: Edit): TextEdit {
  return { range: rangeIn(text, edit), newText: edit.newText };
}
