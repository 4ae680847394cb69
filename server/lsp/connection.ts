import type { Environment } from '../environment';
import { trustGranted } from '../protocol';
import { serveCommands } from './commands';
import { Configurations } from './configurations';
import { serveJudging } from './judge-requests';
import { contextCommands } from './lens-requests';
import { runCommands } from './run-command';
import { serveRuns } from './run-requests';
import { RunService } from './run-service';
import { serveDocuments } from './serve-documents';
import type { Session } from './session';
import { SignIns, serveSignIns } from './sign-ins';
import { serveTerminals } from './terminal-requests';
import type { Connection } from './wire/connection';

/** Wires LSP on a machine: what looks at texts, and what runs plugins. What is offered: capabilities.ts. */
export function serve(connection: Connection, environment: Environment, session: Session): void {
  const served = serveDocuments(connection, environment, session);
  const { documents, lastRuns, changed } = served;
  connection.onNotification(trustGranted, () => {
    session.trusted = true;
    changed();
  });
  // What is run is looked up anew.
  const current = new Configurations(documents, environment, session);
  const signIns = new SignIns(connection, session);
  const runs = new RunService(documents, current, environment, session, lastRuns, signIns);
  serveRuns(connection, documents, current, runs, lastRuns);
  serveTerminals(connection, runs, environment, session);
  serveSignIns(connection, signIns);
  serveCommands(
    connection,
    new Map([...contextCommands(connection, served), ...runCommands(connection, runs, session)]),
  );
  serveJudging(connection, documents, current, environment, session);
}
