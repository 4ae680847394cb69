import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/**
 * Stands in for Red Hat's YAML extension, which no package registry has: its identifier, its API for schemas, and
 * the same language server (yaml-language-server), started and told of schemas in the same way.
 */
declare const yamlServer: string;

interface Contributor {
  schemaOf(uri: string): string | undefined;
  contentOf(schema: string): string;
}

export async function activate(context: vscode.ExtensionContext) {
  const contributors = new Map<string, Contributor>();
  const run = { module: yamlServer, transport: TransportKind.ipc };
  const client = new LanguageClient('yaml', 'YAML', { run, debug: run }, { documentSelector: ['yaml'] });
  context.subscriptions.push(client);
  await client.start();
  await client.sendNotification('json/schemaAssociations', associations());
  await client.sendNotification('yaml/registerCustomSchemaRequest', {});
  client.onRequest('custom/schema/request', (uri: string) =>
    [...contributors.values()].map(({ schemaOf }) => schemaOf(uri)).filter(Boolean),
  );
  client.onRequest(
    'custom/schema/content',
    (schema: string) => contributors.get(vscode.Uri.parse(schema).scheme)?.contentOf(schema) ?? '',
  );
  return {
    registerContributor(
      scheme: string,
      schemaOf: Contributor['schemaOf'],
      contentOf: Contributor['contentOf'],
    ) {
      contributors.set(scheme, { schemaOf, contentOf });
      return true;
    },
  };
}

/** What all extensions contribute. */
function associations() {
  return vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) => {
    const contributed: { fileMatch: string[]; url: string }[] = packageJSON.contributes?.yamlValidation ?? [];
    return contributed.map(({ fileMatch, url }) => ({
      fileMatch: fileMatch.map((pattern) => pattern.replace(/^(?![/!])/, '/')),
      uri: vscode.Uri.joinPath(extensionUri, url).toString(),
    }));
  });
}
