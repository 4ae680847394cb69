import type { Environment } from '../environment';
import { fixRequest, pluginStatusRequest, runTargetsRequest, trustGranted } from '../protocol';
import { Configurations } from './configurations';
import { serveRunTargets } from './run-target-requests';
import { serveDocuments } from './serve-documents';
import type { Session } from './session';
import type { Connection } from './wire/connection';
import { requests } from './wire/methods';

/** Own requests about texts alone. */
const aboutTexts: ReadonlySet<string> = new Set([fixRequest, pluginStatusRequest, runTargetsRequest]);

/** What is served by a part that is loaded when the first of them comes. */
function isAboutRuns(method: string): boolean {
  if (method === requests.onExecuteCommand) return true;
  return method.startsWith('kubeconfigExec/') && !aboutTexts.has(method);
}

/** Loads what a request needs that is not there yet; most need nothing. */
export type Prepare = (method: string) => Promise<void> | undefined;

/** Wires LSP on a machine: what looks at texts, and what runs plugins. What is offered: capabilities.ts. */
export function serve(connection: Connection, environment: Environment, session: Session): Prepare {
  const served = serveDocuments(connection, environment, session);
  const { documents, lastRuns, changed } = served;
  connection.onNotification(trustGranted, () => {
    session.trusted = true;
    changed();
  });
  // What is run is looked up anew.
  const current = new Configurations(documents, environment, session);
  serveRunTargets(connection, documents, current, lastRuns);
  let isOver = false;
  connection.onShutdown(async () => {
    isOver = true;
  });
  const load = async () => {
    const { serveRunning } = await import('./serve-running');
    const runs = serveRunning(connection, served, current, environment);
    if (isOver) await runs.endAll();
  };
  let loaded: Promise<void> | undefined;
  return (method) => {
    if (!isAboutRuns(method)) return undefined;
    loaded ??= load();
    return loaded;
  };
}
