import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver/node';
import type { Session } from './session';

/** Asks the client to ask again for what depends on more than the text that it shows. */
export function refreshViews(connection: Connection, { abilities }: Session): void {
  const { inlayHints, codeLenses } = abilities.refreshes;
  // A client that is about to end does not answer.
  const ask = (method: string) => void connection.sendRequest(method).catch(() => {});
  if (inlayHints) ask(InlayHintRefreshRequest.method);
  if (codeLenses) ask(CodeLensRefreshRequest.method);
}
