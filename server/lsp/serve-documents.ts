import type { Hover, Position } from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { hover } from '../features/hover';
import { answering } from './answers';
import { serveCodeActions } from './code-action-requests';
import { serveCompletion } from './completion-requests';
import { Configurations } from './configurations';
import { Publisher } from './diagnostics';
import { filePath, OpenDocuments } from './documents';
import { serveFixes } from './fix-requests';
import { LastRuns } from './last-runs';
import { Machine } from './machine';
import { markup } from './markup';
import { serveNavigation } from './navigation-requests';
import { documentUriOf, positionOf } from './params';
import { servePluginStatus } from './plugin-status-requests';
import { refreshLenses, refreshViews } from './refresh-views';
import type { Served } from './served';
import { applySettings, type Session } from './session';
import type { Connection } from './wire/connection';

/** What is served, and what to call when everything is to be looked at again. */
export interface ServedDocuments extends Served {
  changed(): void;
}

/** Everything that looks at texts: find the document, call a pure function, return. Nothing of it needs Node.js. */
export function serveDocuments(
  connection: Connection,
  environment: Environment,
  session: Session,
): ServedDocuments {
  const documents = new OpenDocuments(session);
  const machine = new Machine(connection, environment, session, () => changed(isTold));
  const configurations = new Configurations(documents, machine.environment, session);
  const lastRuns = new LastRuns(environment, session, (path) => {
    for (const text of documents.texts.all()) if (filePath(text.uri) === path) publisher.request(text);
    refreshLenses(connection, session);
  });
  const publisher = new Publisher(connection, documents, configurations, machine, session, lastRuns);
  // Who is never told of a change looks every few seconds, which is no reason to ask for everything again.
  const isTold = session.watchesFiles || session.tellsFocus;
  const changed = (isNews = true) => {
    publisher.requestAll();
    if (isNews) refreshViews(connection, session);
  };
  const served = { documents, configurations, machine, session, lastRuns };
  const answer = answering(connection);

  connection.onDidChangeConfiguration(({ settings }) => {
    applySettings(session, settings);
    changed();
  });
  connection.onHover(
    answer('hover', (params) =>
      hoverAt(documentUriOf(params), positionOf(params), served, environment.now()),
    ),
  );
  serveCodeActions(connection, served, publisher);
  serveFixes(connection, documents);
  serveCompletion(connection, served);
  serveNavigation(connection, served);
  servePluginStatus(connection, served);
  documents.texts.listen(connection);
  return { ...served, changed };
}

function hoverAt(
  uri: string,
  position: Position,
  { documents, configurations, session }: Served,
  now: number,
): Hover | null {
  const open = documents.find(uri);
  if (!open) return null;
  const { document, text } = open;
  const inContext = document instanceof Kubeconfig ? configurations.inContext(document, uri) : document;
  const found = hover(inContext, text.offsetAt(position), now);
  if (!found) return null;
  const range = { start: text.positionAt(found.start), end: text.positionAt(found.end) };
  return { contents: markup(found.markdown, session.abilities.markdownHovers), range };
}
