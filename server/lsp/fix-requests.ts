import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import type { TextEdit } from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import { setApiVersion } from '../features/set-api-version';
import { type FixRequest, fixRequest } from '../protocol';
import { answering, refusal } from './answers';
import type { OpenDocuments } from './documents';
import { optionalText, uriOf } from './params';
import type { Connection } from './wire/connection';

const type = new RequestType<FixRequest, TextEdit[], void>(fixRequest, ParameterStructures.byName);

/** Serves what the findings of a run offer to put right. */
export function serveFixes(connection: Connection, documents: OpenDocuments): void {
  const answer = answering(connection);
  connection.onRequest(
    type,
    answer('fix', (params: FixRequest) => editsFor(params, documents)),
  );
}

function editsFor(params: FixRequest, documents: OpenDocuments): TextEdit[] {
  const open = documents.find(uriOf(params));
  const [user, version] = [optionalText(params, 'user') ?? '', optionalText(params, 'apiVersion') ?? ''];
  if (!open || !(open.document instanceof Kubeconfig))
    throw refusal('This document is not an open kubeconfig.');
  const { text, document } = open;
  const changes = setApiVersion(document, user, version);
  if (!changes) throw refusal(`The exec block of "${user}" in this file has no apiVersion to change.`);
  return changes.map(({ start, end, newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));
}
