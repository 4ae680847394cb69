import type {
  DocumentHighlight,
  Location,
  LocationLink,
  ShowMessageRequestParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import { definition } from '../features/navigation/definition';
import { highlights, references } from '../features/navigation/references';
import { prepareRename, type Renaming, rename } from '../features/navigation/rename';
import { withoutLinks } from '../without-links';
import { answering, refusal } from './answers';
import { documentUriOf, optionalText, positionOf, property } from './params';
import { locationIn, type OpenScope, rangeIn, scopeOf, textEditIn } from './scope';
import type { Served } from './served';
import type { Connection } from './wire/connection';
import { DocumentHighlightKind, MessageType } from './wire/constants';

/** Serves the ways from one name to another. */
export function serveNames(connection: Connection, served: Served): void {
  const answer = answering(connection);
  const { documents, configurations, session } = served;
  const scopeFor = (params: unknown) => scopeOf(documentUriOf(params), documents, configurations);
  const { abilities } = session;

  connection.onDefinition(
    answer('definition', (params) => {
      const open = scopeFor(params);
      return open ? definitionAt(open, offsetIn(open, params), abilities.definitionLinks) : null;
    }),
  );
  connection.onReferences(
    answer('references', (params) => {
      const open = scopeFor(params);
      if (!open) return null;
      const withDeclaration = property(property(params, 'context'), 'includeDeclaration') === true;
      const found = references(open.scope, offsetIn(open, params), withDeclaration);
      return found.map(({ document, ...span }) => locationIn(open.placeOf(document), span));
    }),
  );
  connection.onDocumentHighlight(
    answer('highlights', (params) => highlightsIn(served, documentUriOf(params), params)),
  );
  connection.onPrepareRename(
    answer('prepare rename', (params) => {
      const open = scopeFor(params);
      const found = open && prepareRename(open.scope, offsetIn(open, params));
      if (!open) return null;
      if (!found) throw refusal(notAName);
      if ('refusal' in found) throw refusal(found.refusal);
      return { range: rangeIn(open.text, found), placeholder: found.name };
    }),
  );
  connection.onRename(
    answer('rename', (params) => {
      const open = scopeFor(params);
      const newName = optionalText(params, 'newName') ?? '';
      const renaming = open && rename(open.scope, offsetIn(open, params), newName);
      if (!open) return null;
      if (!renaming) throw refusal(notAName);
      if ('refusal' in renaming) throw refusal(renaming.refusal);
      if (renaming.note) tell(connection, renaming.note);
      return workspaceEdit(open, renaming, abilities.versionedEdits);
    }),
  );
}

const notAName =
  'Only the names of clusters, contexts and users can be renamed. Put the cursor on one of them.';

/** A request without actions, as it was answered by all clients so far; nobody waits for the answer. */
function tell(connection: Connection, note: string): void {
  const params: ShowMessageRequestParams = {
    type: MessageType.Info,
    message: withoutLinks(note),
    actions: [],
  };
  void connection.sendRequest('window/showMessageRequest', params).catch(() => {});
}

function offsetIn({ text }: OpenScope, params: unknown): number {
  return text.offsetAt(positionOf(params));
}

function definitionAt(open: OpenScope, offset: number, links: boolean): Location | LocationLink[] | null {
  const found = definition(open.scope, offset);
  if (!found) return null;
  const place = open.placeOf(found.document);
  if (!links) return locationIn(place, found.name);
  return [
    {
      originSelectionRange: rangeIn(open.text, found.origin),
      targetUri: place.uri,
      targetRange: rangeIn(place.text, found.entry),
      targetSelectionRange: rangeIn(place.text, found.name),
    },
  ];
}

/** Asked at each move of the cursor: other files are not read for it. */
function highlightsIn({ documents }: Served, uri: string, params: unknown): DocumentHighlight[] | null {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) return null;
  const { text, document } = open;
  return highlights(document, text.offsetAt(positionOf(params))).map(({ kind, ...span }) => ({
    range: rangeIn(text, span),
    kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** `versioned`: refused by the client where a document has changed in the meantime. */
export function workspaceEdit(
  open: OpenScope,
  { files }: Pick<Renaming, 'files'>,
  versioned: boolean,
): WorkspaceEdit {
  const changed = files.map(({ document, edits }) => {
    const { uri, version, text } = open.placeOf(document);
    return { textDocument: { uri, version }, edits: edits.map((edit) => textEditIn(text, edit)) };
  });
  if (versioned) return { documentChanges: changed };
  return { changes: Object.fromEntries(changed.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}
