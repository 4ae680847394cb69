import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { withoutDoubles } from './doubles';
import { isOurs, kindOf } from './ours';
import { quietSchema, quietSchemaUri, quietScheme } from './quiet-schema';

const extensionId = 'redhat.vscode-yaml';

/** What Red Hat's YAML extension offers to others. */
interface SchemaApi {
  registerContributor(
    scheme: string,
    schemaOf: (uri: string) => string | undefined,
    contentOf: (schema: string) => string,
  ): boolean;
}

/**
 * Has Red Hat's YAML extension leave our documents to us. The full schema in package.json's `yamlValidation`
 * would give a second hover, a second list of completions and a second error for everything; it remains
 * for what the server does not see, such as the old versions that git shows.
 */
export function leaveOursToUs(): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    const extension = vscode.extensions.getExtension<SchemaApi | undefined>(extensionId);
    if (!extension || document.languageId !== 'yaml' || !isOurs(document)) return;
    stopLooking();
    // It is about to start for the document anyway.
    extension.activate().then(contribute, () => {});
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.extensions.onDidChange(() => vscode.workspace.textDocuments.forEach(look)),
  ];
  const stopLooking = () => {
    for (const listener of listeners) listener.dispose();
  };
  vscode.workspace.textDocuments.forEach(look);
  return { dispose: stopLooking };
}

function contribute(api: SchemaApi | undefined): void {
  api?.registerContributor(quietScheme, schemaOf, quietSchema);
}

function schemaOf(uri: string): string | undefined {
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
  const kind = document && kindOf(document);
  return kind && quietSchemaUri(kind);
}

type Show = Parameters<NonNullable<Middleware['handleDiagnostics']>>[2];

/** Takes back our words on broken syntax as long as the other extension has its own. */
export class SyntaxOnce implements vscode.Disposable {
  readonly #reports = new Map<string, { all: vscode.Diagnostic[]; shown: number; show: Show }>();
  readonly #listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) this.#update(uri);
  });

  readonly handleDiagnostics = (uri: vscode.Uri, all: vscode.Diagnostic[], show: Show): void => {
    const left = this.#withoutDoubles(uri, all);
    if (all.length === 0) this.#reports.delete(uri.toString());
    else this.#reports.set(uri.toString(), { all, shown: left.length, show });
    show(uri, left);
  };

  /** Ours are among those that have changed, too. */
  #update(uri: vscode.Uri): void {
    const report = this.#reports.get(uri.toString());
    const left = report && this.#withoutDoubles(uri, report.all);
    if (!left || left.length === report.shown) return;
    report.shown = left.length;
    report.show(uri, left);
  }

  #withoutDoubles(uri: vscode.Uri, all: vscode.Diagnostic[]): vscode.Diagnostic[] {
    return withoutDoubles(all, vscode.languages.getDiagnostics(uri));
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
