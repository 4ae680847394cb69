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

/** Serves the project's own requests about running a plugin. */
export function serveRuns(connection: Connection, service: RunService): void {
  const answer = answering(connection);
  const choices = answer('run choices', (params: RunSelection) => service.choices(params));
  const prepare = answer('prepare run', (params: RunRequest) => service.plan(params));
  const runIt = answer('run', (params: ApprovedRun, token) =>
    service.run(params, property(params, 'approvalId'), token),
  );
  connection.onRequest<RunSelection, RunChoices>(runChoicesRequest, choices);
  connection.onRequest<RunRequest, RunPlan>(prepareRunRequest, prepare);
  connection.onRequest<ApprovedRun, RunReport>(runRequest, runIt);
  connection.onShutdown(() => service.endAll());
}
