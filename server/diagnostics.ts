import { dirname } from 'node:path';
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from './connection';
import { filePath, type LocatedDocuments } from './documents';
import type { Environment } from './environment';
import { type Diagnostic as Checked, check } from './rules/check';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export const source = 'kubeconfig-exec';

/** Publishes diagnostics for every open text, once per burst of changes. Returns a way to ask for it. */
export function publishOnChange(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  located: LocatedDocuments,
  environment: Environment,
  session: Session,
): (text: TextDocument) => void {
  const waiting = new Set<string>();
  const publish = (uri: string) => {
    waiting.delete(uri);
    const text = texts.get(uri);
    if (!text) return;
    const diagnostics = diagnosticsOf(text, located, session.trusted ? environment : undefined);
    void connection.sendDiagnostics({ uri, version: text.version, diagnostics });
  };
  const request = (text: TextDocument) => {
    if (waiting.has(text.uri)) return;
    waiting.add(text.uri);
    setImmediate(publish, text.uri);
  };
  texts.onDidChangeContent(({ document }) => request(document));
  texts.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  return request;
}

/**
 * Without trust no file is looked at: on Windows a path in a stranger's kubeconfig could make this
 * machine log in to a stranger's file server.
 */
function diagnosticsOf(
  text: TextDocument,
  located: LocatedDocuments,
  environment: Environment | undefined,
): Diagnostic[] {
  const document = located.of(text);
  if (!document) return [];
  const path = filePath(text.uri);
  const context = { environment, directory: path === undefined ? undefined : dirname(path) };
  return check(document, context, path ?? text.uri).diagnostics.map((found) => toLsp(found, text));
}

function toLsp(found: Checked, text: TextDocument): Diagnostic {
  return {
    source,
    code: found.code,
    codeDescription: { href: found.link },
    severity: severities[found.severity],
    message: found.kubectl ? `${found.message}\nkubectl: ${found.kubectl}` : found.message,
    range: { start: text.positionAt(found.start), end: text.positionAt(found.end) },
  };
}
