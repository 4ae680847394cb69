import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver/node';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from './connection';
import { Kubeconfig } from './document/kubeconfig';
import { filePath, type LocatedDocuments } from './documents';
import type { Environment } from './environment';
import { runTargets } from './features/run-targets';
import { commandLineOf, defaultMaxOutputBytes } from './plugin';
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
} from './protocol';
import { type Choice, choose, plan, run } from './run';

type Texts = TextDocuments<TextDocument>;

/** Serves the project's own requests about running a plugin. */
export function serveRuns(
  connection: Connection,
  texts: Texts,
  located: LocatedDocuments,
  environment: Environment,
  session: Session,
): void {
  const seconds = () => session.settings.run?.timeoutSeconds ?? 60;
  const chosen = (request: RunRequest): Choice => {
    const { document, path } = kubeconfigOf(request.uri, texts, located);
    return choose(document, request, path, environment);
  };

  connection.onRequest(runTargetsRequest, (params: RunTargetsParams): RunTarget[] => {
    const { document, text } = kubeconfigOf(params.uri, texts, located);
    return runTargets(document, commandLineOf, params.position && text.offsetAt(params.position));
  });
  connection.onRequest<RunPlan, void>(prepareRunRequest, (request: RunRequest) => {
    return plan(chosen(request), environment, seconds());
  });
  connection.onRequest(runRequest, (request: ApprovedRun, token: CancellationToken): Promise<RunReport> => {
    if (!session.trusted) throw refusal('The workspace is not trusted, so nothing is run. Trust it first.');
    const choice = chosen(request);
    if (choice.kind === 'refused') throw refusal(choice.message);
    const current = plan(choice, environment, seconds());
    if (current.kind === 'refused' || current.approvalId !== request.approvalId) {
      throw refusal('The command has changed since it was approved. Run it again to see what it is now.');
    }
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return run(choice, environment, {
      timeoutMs: seconds() * 1000,
      interactive: false,
      maxOutputBytes: defaultMaxOutputBytes,
      signal: stop.signal,
    });
  });
}

function kubeconfigOf(uri: string, texts: Texts, located: LocatedDocuments) {
  const text = texts.get(uri);
  const document = text && located.of(text);
  const path = filePath(uri);
  if (!text || !(document instanceof Kubeconfig)) throw refusal('This document is not a kubeconfig.');
  if (path === undefined)
    throw refusal('Save the kubeconfig to a file first: relative commands count from its folder.');
  return { text, document, path };
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}
