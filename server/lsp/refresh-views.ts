import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver/node';
import type { Session } from './session';

/** Asks the client to ask again for what depends on more than the text that it shows. */
export function refreshViews(connection: Connection, { abilities }: Session): void {
  const { inlayHints, codeLenses } = abilities.refreshes;
  if (inlayHints) ask(connection, InlayHintRefreshRequest.method);
  if (codeLenses) ask(connection, CodeLensRefreshRequest.method);
}

/** The same for lenses alone. */
export function refreshLenses(connection: Connection, { abilities }: Session): void {
  if (abilities.refreshes.codeLenses) ask(connection, CodeLensRefreshRequest.method);
}

/** A client that is about to end does not answer. */
function ask(connection: Connection, method: string): void {
  void connection.sendRequest(method).catch(() => {});
}
