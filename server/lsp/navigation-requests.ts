import { serveLenses } from './lens-requests';
import { serveNames } from './name-requests';
import type { Served } from './served';
import { serveSymbols } from './symbol-requests';
import { serveTokens } from './token-requests';
import { serveViews } from './view-requests';
import type { Connection } from './wire/connection';

/** Serves what finds one's way in the documents. */
export function serveNavigation(connection: Connection, served: Served): void {
  serveNames(connection, served);
  serveSymbols(connection, served);
  serveViews(connection, served);
  serveTokens(connection, served);
  serveLenses(connection, served);
}
