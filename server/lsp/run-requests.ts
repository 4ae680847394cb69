import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import { execBlocks } from '../features/code-lens';
import { runTargets } from '../features/run-targets';
import { commandLineOf } from '../plugin';
import {
  type ApprovedRun,
  prepareRunRequest,
  type RunChoices,
  type RunPlan,
  type RunReport,
  type RunRequest,
  type RunSelection,
  type RunTarget,
  type RunTargetsParams,
  runChoicesRequest,
  runRequest,
  runTargetsRequest,
} from '../protocol';
import { answering } from './answers';
import type { Configurations } from './configurations';
import type { OpenDocuments } from './documents';
import type { LastRuns } from './last-runs';
import { positionOf, property, uriOf } from './params';
import { type RunService, savedKubeconfig } from './run-service';
import { rangeIn } from './scope';
import type { Connection } from './wire/connection';

const { byName } = ParameterStructures;
const types = {
  targets: new RequestType<RunTargetsParams, RunTarget[], void>(runTargetsRequest, byName),
  choices: new RequestType<RunSelection, RunChoices, void>(runChoicesRequest, byName),
  prepare: new RequestType<RunRequest, RunPlan, void>(prepareRunRequest, byName),
  run: new RequestType<ApprovedRun, RunReport, void>(runRequest, byName),
};

/** Serves the project's own requests about running a plugin. */
export function serveRuns(
  connection: Connection,
  documents: OpenDocuments,
  configurations: Configurations,
  service: RunService,
  lastRuns: LastRuns,
): void {
  const answer = answering(connection);
  const targets = answer('run targets', (params: RunTargetsParams) =>
    targetsOf(params, documents, configurations, lastRuns),
  );
  const choices = answer('run choices', (params: RunSelection) => service.choices(params));
  const prepare = answer('prepare run', (params: RunRequest) => service.plan(params));
  const runIt = answer('run', (params: ApprovedRun, token) =>
    service.run(params, property(params, 'approvalId'), token),
  );
  connection.onRequest(types.targets, targets);
  connection.onRequest(types.choices, choices);
  connection.onRequest(types.prepare, prepare);
  connection.onRequest(types.run, runIt);
  connection.onShutdown(() => service.endAll());
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
