import { basename } from 'node:path';
import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import { URI } from 'vscode-uri';
import { Kubeconfig } from '../document/kubeconfig';
import type { Configuration } from '../document/merged';
import type { Environment } from '../environment';
import { type Candidate, judgeTargets } from '../features/judge-targets';
import { judgeFor, judgeForVersion } from '../judge';
import { commandLineOf } from '../plugin';
import {
  type JudgeRequest,
  type JudgeSelection,
  type JudgeTarget,
  judgeRequest,
  judgeTargetsRequest,
  type RunReport,
} from '../protocol';
import { execGroup } from '../schema';
import { answering, invalidParams, refusal } from './answers';
import type { Configurations } from './configurations';
import { filePath, type OpenDocuments } from './documents';
import { optionalText, property, uriOf } from './params';
import { kubernetesVersionFor, type Session } from './session';
import type { Connection } from './wire/connection';

const { byName } = ParameterStructures;
const types = {
  targets: new RequestType<JudgeSelection, JudgeTarget[], void>(judgeTargetsRequest, byName),
  judge: new RequestType<JudgeRequest, RunReport, void>(judgeRequest, byName),
};

/** Serves the judging of ExecCredentials. `configurations` read files anew. */
export function serveJudging(
  connection: Connection,
  documents: OpenDocuments,
  configurations: Configurations,
  environment: Environment,
  session: Session,
): void {
  const answer = answering(connection);
  const targets = answer('judge targets', (params: JudgeSelection) => {
    const { document } = credentialAt(uriOf(params), documents);
    return session.trusted
      ? judgeTargets(document, candidatesIn(documents, configurations), commandLineOf)
      : [];
  });
  const judgeIt = answer('judge', (params: JudgeRequest): RunReport => {
    const uri = uriOf(params);
    const { text, document } = credentialAt(uri, documents);
    const name = basename(filePath(uri) ?? uri);
    const judged = { text: text.getText(), name, open: { uri, document } };
    const kubernetesVersion = kubernetesVersionFor(session, uri);
    const target = property(params, 'target') ?? undefined;
    if (target === undefined) {
      const apiVersion = optionalText(params, 'apiVersion') ?? `${execGroup}/v1`;
      return judgeForVersion(judged, apiVersion, kubernetesVersion, environment);
    }
    if (!session.trusted)
      throw refusal('The workspace is not trusted. Judge for a version, or trust it first.');
    const selection = {
      user: optionalText(target, 'user') ?? '',
      context: optionalText(target, 'context'),
      kubernetesVersion,
    };
    const configuration = configurationAt(optionalText(target, 'kubeconfig'), documents, configurations);
    const report = judgeFor(judged, configuration, selection, environment);
    if (typeof report === 'string') throw refusal(report);
    return report;
  });
  connection.onRequest(types.targets, targets);
  connection.onRequest(types.judge, judgeIt);
}

function credentialAt(uri: string, documents: OpenDocuments) {
  const open = documents.find(uri);
  if (open?.document.kind !== 'exec-credential')
    throw refusal('This document is not an open ExecCredential.');
  return open;
}

/** What is open first; a file of KUBECONFIG is read when it is not. */
function candidatesIn(documents: OpenDocuments, configurations: Configurations): Candidate[] {
  const open = documents.texts.all().flatMap(({ uri }) => {
    const path = filePath(uri);
    const document = documents.find(uri)?.document;
    if (path === undefined || !(document instanceof Kubeconfig)) return [];
    return [{ document: configurations.of(document, path).document, uri, path }];
  });
  const known = new Set(open.map(({ path }) => path));
  const listed = configurations.files().filter(({ path }) => !known.has(path));
  return [...open, ...listed.map((file) => ({ ...file, uri: URI.file(file.path).toString() }))];
}

function configurationAt(
  uri: string | undefined,
  documents: OpenDocuments,
  configurations: Configurations,
): Configuration {
  const path = uri === undefined ? undefined : filePath(uri);
  if (path === undefined) throw invalidParams('"kubeconfig" of the target must be the URI of a file.');
  const open = documents.kubeconfigAt(path);
  const document = open ?? configurations.files().find((file) => file.path === path)?.document;
  if (!document)
    throw refusal('The kubeconfig is neither open nor one of those in KUBECONFIG. Open it first.');
  return configurations.of(document, path);
}
