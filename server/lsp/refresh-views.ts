import type { Session } from './session';
import type { Connection } from './wire/connection';

/** Asks the client to ask again for what depends on more than the text that it shows. */
export function refreshViews(connection: Connection, { abilities }: Session): void {
  const { inlayHints, codeLenses } = abilities.refreshes;
  if (inlayHints) ask(connection, 'workspace/inlayHint/refresh');
  if (codeLenses) ask(connection, 'workspace/codeLens/refresh');
}

/** The same for lenses alone. */
export function refreshLenses(connection: Connection, { abilities }: Session): void {
  if (abilities.refreshes.codeLenses) ask(connection, 'workspace/codeLens/refresh');
}

/** A client that is about to end does not answer. */
function ask(connection: Connection, method: string): void {
  void connection.sendRequest(method).catch(() => {});
}
