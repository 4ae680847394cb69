import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import type { Environment } from '../environment';
import {
  type ApprovedRun,
  type RunReport,
  type TerminalLaunch,
  type TerminalReportParams,
  terminalLaunchRequest,
  terminalReportRequest,
} from '../protocol';
import { answering } from './answers';
import type { RunService } from './run-service';
import type { Session } from './session';
import { TerminalRuns } from './terminal-runs';
import type { Connection } from './wire/connection';

const { byName } = ParameterStructures;
const types = {
  launch: new RequestType<ApprovedRun, TerminalLaunch, void>(terminalLaunchRequest, byName),
  report: new RequestType<TerminalReportParams, RunReport, void>(terminalReportRequest, byName),
};

/** Serves runs in a terminal of the client. */
export function serveTerminals(
  connection: Connection,
  service: RunService,
  environment: Environment,
  session: Session,
): void {
  const runs = new TerminalRuns(service, environment, session);
  const answer = answering(connection);
  const launch = answer('terminal launch', (params: ApprovedRun, token) => runs.launch(params, token));
  const report = answer('terminal report', (params: TerminalReportParams, token) =>
    runs.report(params, token),
  );
  connection.onRequest(types.launch, launch);
  connection.onRequest(types.report, report);
}
