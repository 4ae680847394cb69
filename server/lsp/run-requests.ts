import { type Connection, ParameterStructures, RequestType } from 'vscode-languageserver/node';
import { Kubeconfig } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { runTargets } from '../features/run-targets';
import { commandLineOf, defaultMaxOutputBytes } from '../plugin';
import {
  type ApprovedRun,
  prepareRunRequest,
  type RunPlan,
  type RunReport,
  type RunRequest,
  type RunTarget,
  type RunTargetsParams,
  runRequest,
  runTargetsRequest,
} from '../protocol';
import { type Choice, choose, plan, run } from '../run';
import { answering, refusal } from './answers';
import type { Configurations } from './configurations';
import { filePath, type OpenDocuments } from './documents';
import { positionOf, property, uriOf } from './params';
import { selectionOf } from './run-params';
import { Runs } from './runs';
import type { Session } from './session';

const { byName } = ParameterStructures;
const types = {
  targets: new RequestType<RunTargetsParams, RunTarget[], void>(runTargetsRequest, byName),
  prepare: new RequestType<RunRequest, RunPlan, void>(prepareRunRequest, byName),
  run: new RequestType<ApprovedRun, RunReport, void>(runRequest, byName),
};

/** There is no terminal behind an editor. */
const unattended = { interactive: false, maxOutputBytes: defaultMaxOutputBytes };
const untrusted = 'The workspace is not trusted, so nothing is run. Trust it first.';

/** Serves the project's own requests about running a plugin. */
export function serveRuns(
  connection: Connection,
  documents: OpenDocuments,
  configurations: Configurations,
  environment: Environment,
  session: Session,
): void {
  const answer = answering(connection);
  const runs = new Runs();
  const planFor = (choice: Choice) => plan(choice, environment, session.timeoutSeconds);
  const approved = (params: ApprovedRun) => {
    if (!session.trusted) throw refusal(untrusted);
    const choice = chosen(params, documents, configurations, environment, session);
    if (choice.kind === 'refused') throw refusal(choice.message);
    const now = planFor(choice);
    if (now.kind === 'ready' && now.approvalId === params.approvalId) return choice;
    throw refusal('The command has changed since it was approved. Run it again to see what it is now.');
  };

  const targets = answer('run targets', (params: RunTargetsParams) =>
    targetsOf(params, documents, configurations),
  );
  const prepare = answer('prepare run', (params: RunRequest): RunPlan => {
    if (!session.trusted) return { kind: 'refused', message: untrusted, kubectl: null, forcible: false };
    return planFor(chosen(params, documents, configurations, environment, session));
  });
  const runIt = answer('run', (params: ApprovedRun, token) => {
    const choice = approved(params);
    const options = { timeoutMs: session.timeoutSeconds * 1000, ...unattended };
    return runs.run(token, (signal) => run(choice, environment, { ...options, signal }));
  });
  connection.onRequest(types.targets, targets);
  connection.onRequest(types.prepare, prepare);
  connection.onRequest(types.run, runIt);
  connection.onShutdown(() => runs.endAll());
}

function targetsOf(
  params: RunTargetsParams,
  documents: OpenDocuments,
  configurations: Configurations,
): RunTarget[] {
  const position = property(params, 'position') == null ? undefined : positionOf(params);
  const uri = uriOf(params);
  const { document, text } = kubeconfigOf(uri, documents);
  const inContext = configurations.inContext(document, uri);
  return runTargets(inContext, commandLineOf, position && text.offsetAt(position));
}

function chosen(
  params: RunRequest,
  documents: OpenDocuments,
  configurations: Configurations,
  environment: Environment,
  session: Session,
): Choice {
  const { document, path } = kubeconfigOf(uriOf(params), documents);
  return choose(configurations.of(document, path), selectionOf(params, session), environment);
}

function kubeconfigOf(uri: string, documents: OpenDocuments) {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) throw refusal('This document is not an open kubeconfig.');
  const path = filePath(uri);
  if (path === undefined) {
    throw refusal('Save the kubeconfig to a file first: relative commands count from its folder.');
  }
  return { text: open.text, document: open.document, path };
}
