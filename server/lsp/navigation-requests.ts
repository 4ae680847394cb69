import type { Connection } from 'vscode-languageserver/node';
import { serveNames } from './name-requests';
import type { Served } from './served';

/** Serves what finds one's way in the documents. */
export function serveNavigation(connection: Connection, served: Served): void {
  serveNames(connection, served);
}
