import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import { execBlocks } from '../features/code-lens';
import { runTargets } from '../features/run-targets';
import { commandLineOf } from '../plugin/command-line';
import { type RunTarget, type RunTargetsParams, runTargetsRequest } from '../protocol';
import { answering } from './answers';
import type { Configurations } from './configurations';
import type { OpenDocuments } from './documents';
import type { LastRuns } from './last-runs';
import { positionOf, property, uriOf } from './params';
import { savedKubeconfig } from './saved-kubeconfig';
import { rangeIn } from './scope';
import type { Connection } from './wire/connection';

const type = new RequestType<RunTargetsParams, RunTarget[], void>(
  runTargetsRequest,
  ParameterStructures.byName,
);

/** Serves what could be run: asked for whenever a kubeconfig is shown, so it needs nothing that runs. */
export function serveRunTargets(
  connection: Connection,
  documents: OpenDocuments,
  configurations: Configurations,
  lastRuns: LastRuns,
): void {
  const targets = answering(connection)('run targets', (params: RunTargetsParams) =>
    targetsOf(params, documents, configurations, lastRuns),
  );
  connection.onRequest(type, targets);
}

function targetsOf(
  params: RunTargetsParams,
  documents: OpenDocuments,
  configurations: Configurations,
  lastRuns: LastRuns,
): RunTarget[] {
  const position = property(params, 'position') == null ? undefined : positionOf(params);
  const uri = uriOf(params);
  const { document, text, path } = savedKubeconfig(uri, documents);
  const inContext = configurations.inContext(document, uri);
  const places = new Map(execBlocks(document).map((block) => [block.user, rangeIn(text, block)]));
  return runTargets(inContext, commandLineOf, position && text.offsetAt(position)).map((target) => {
    const range = places.get(target.user);
    const user = lastRuns.has(path) ? document.users.find(({ name }) => name === target.user) : undefined;
    const last = user && lastRuns.ofContext(path, user, target.context, inContext)?.last;
    return { ...target, ...(range && { range }), ...(last && { lastRun: last }) };
  });
}
