import type { Environment } from '../environment';
import { serveCommands } from './commands';
import type { Configurations } from './configurations';
import { serveJudging } from './judge-requests';
import { contextCommands } from './lens-requests';
import { runCommands } from './run-command';
import { serveRuns } from './run-requests';
import { RunService } from './run-service';
import type { Served } from './served';
import { SignIns, serveSignIns } from './sign-ins';
import { serveTerminals } from './terminal-requests';
import type { Connection } from './wire/connection';

/** Everything that runs a plugin or judges its answer. `configurations` look their files up anew. */
export function serveRunning(
  connection: Connection,
  served: Served,
  configurations: Configurations,
  environment: Environment,
): RunService {
  const { documents, lastRuns, session } = served;
  const signIns = new SignIns(connection, session);
  const runs = new RunService(documents, configurations, environment, session, lastRuns, signIns);
  serveRuns(connection, runs);
  serveTerminals(connection, runs, environment, session);
  serveSignIns(connection, signIns);
  serveCommands(
    connection,
    new Map([...contextCommands(connection, served), ...runCommands(connection, runs, session)]),
  );
  serveJudging(connection, documents, configurations, environment, session);
  return runs;
}
