import type { DocumentSymbol, SymbolKind as Kind, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Kubeconfig } from '../document/kubeconfig';
import { documentSymbols, type DocumentSymbol as Found } from '../features/navigation/symbols';
import { workspaceSymbols } from '../features/navigation/workspace-symbols';
import { answering } from './answers';
import { filePath } from './documents';
import { documentUriOf, optionalText } from './params';
import { locationIn, type Place, placeAt, rangeIn } from './scope';
import type { Served } from './served';
import type { Connection } from './wire/connection';
import { SymbolKind } from './wire/constants';

const kinds: Readonly<Record<Found['kind'], Kind>> = {
  list: SymbolKind.Array,
  context: SymbolKind.Namespace,
  cluster: SymbolKind.Class,
  user: SymbolKind.Key,
  object: SymbolKind.Object,
  value: SymbolKind.Constant,
};

/** Serves the outline of a document, and the search for a name in all of them. */
export function serveSymbols(connection: Connection, served: Served): void {
  const answer = answering(connection);
  connection.onDocumentSymbol(answer('symbols', (params) => symbolsIn(documentUriOf(params), served)));
  connection.onWorkspaceSymbol(
    answer('workspace symbols', (params) => named(optionalText(params, 'query') ?? '', served)),
  );
}

function symbolsIn(
  uri: string,
  { documents, configurations, session }: Served,
): DocumentSymbol[] | SymbolInformation[] | null {
  const open = documents.find(uri);
  if (!open) return null;
  const { document, text } = open;
  const inContext = document instanceof Kubeconfig ? configurations.inContext(document, uri) : document;
  const found = documentSymbols(inContext);
  if (session.abilities.nestedSymbols) return found.map((symbol) => nested(symbol, text));
  return found.flatMap((symbol) => flat(symbol, { uri, version: null, text }));
}

function nested(
  { name, kind, detail, range, selection, children }: Found,
  text: TextDocument,
): DocumentSymbol {
  return {
    name,
    kind: kinds[kind],
    ...(detail ? { detail } : {}),
    range: rangeIn(text, range),
    selectionRange: rangeIn(text, selection),
    children: children.map((child) => nested(child, text)),
  };
}

function flat(
  { name, kind, range, children }: Found,
  place: Place,
  containerName?: string,
): SymbolInformation[] {
  const location = locationIn(place, range);
  const own = { name, kind: kinds[kind], location, ...(containerName ? { containerName } : {}) };
  return [own, ...children.flatMap((child) => flat(child, place, name))];
}

/** In the files of KUBECONFIG, and in what is open besides. */
function named(query: string, { documents, configurations }: Served): SymbolInformation[] {
  const listed = configurations.files();
  const paths = new Set(listed.map(({ path }) => path));
  const others = documents.texts.all().flatMap((text) => {
    const document = paths.has(filePath(text.uri) ?? '') ? undefined : documents.located(text);
    return document instanceof Kubeconfig
      ? [{ document, place: { uri: text.uri, version: text.version, text } }]
      : [];
  });
  const files = listed.map(({ document, path }) => ({ document, place: placeAt(path, document, documents) }));
  return [...files, ...others].flatMap(({ document, place }) =>
    workspaceSymbols(document, query).map(({ name, kind, ...span }) => ({
      name,
      kind: kinds[kind],
      location: locationIn(place, span),
      containerName: `${kind}s`,
    })),
  );
}
