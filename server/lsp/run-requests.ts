import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import {
  type ApprovedRun,
  prepareRunRequest,
  type RunChoices,
  type RunPlan,
  type RunReport,
  type RunRequest,
  type RunSelection,
  runChoicesRequest,
  runRequest,
} from '../protocol';
import { answering } from './answers';
import { property } from './params';
import type { RunService } from './run-service';
import type { Connection } from './wire/connection';

const { byName } = ParameterStructures;
const types = {
  choices: new RequestType<RunSelection, RunChoices, void>(runChoicesRequest, byName),
  prepare: new RequestType<RunRequest, RunPlan, void>(prepareRunRequest, byName),
  run: new RequestType<ApprovedRun, RunReport, void>(runRequest, byName),
};

/** Serves the project's own requests about running a plugin. */
export function serveRuns(connection: Connection, service: RunService): void {
  const answer = answering(connection);
  const choices = answer('run choices', (params: RunSelection) => service.choices(params));
  const prepare = answer('prepare run', (params: RunRequest) => service.plan(params));
  const runIt = answer('run', (params: ApprovedRun, token) =>
    service.run(params, property(params, 'approvalId'), token),
  );
  connection.onRequest(types.choices, choices);
  connection.onRequest(types.prepare, prepare);
  connection.onRequest(types.run, runIt);
  connection.onShutdown(() => service.endAll());
}
