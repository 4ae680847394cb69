import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { memoryFlags } from '../../server/protocol';
import { Client, fileUri } from '../protocol/client';
import { root } from '../protocol/paths';

/** A language server to be measured. `start` resolves when `initialize` is answered. */
export interface Subject {
  readonly name: string;
  start(): Promise<Client>;
}

/** As the extension starts it. `bundles`: folder of the production bundles. */
export function ourServer(bundles: string): Subject {
  const bundle = path.join(bundles, 'server.js');
  const capabilities = { textDocument, workspace: { didChangeWatchedFiles } };
  const initialize = { initializationOptions: { trusted: true }, capabilities };
  return {
    name: 'ours',
    async start() {
      const client = await Client.start({ bundle, execArgv: memoryFlags(), initialize });
      client.connection.onRequest('client/registerCapability', () => null);
      return client;
    },
  };
}

/** What editors can do. For one that does not watch files, they are looked at again and again. */
const textDocument = { documentSymbol: { hierarchicalDocumentSymbolSupport: true } };
const didChangeWatchedFiles = { dynamicRegistration: true };

/** The server of Red Hat's YAML extension, with our JSON Schema for kubeconfigs. */
export const yamlServer: Subject = {
  name: 'yaml-language-server',
  async start() {
    const client = await Client.start({
      bundle: path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'),
      initialize: {
        capabilities: { textDocument, workspace: { configuration: true, didChangeWatchedFiles } },
      },
    });
    const { connection } = client;
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? yaml : null)),
    );
    connection.onRequest('client/registerCapability', () => null);
    const [association] = manifest.contributes.yamlValidation;
    const uri = fileUri(path.join(root, association?.url ?? ''));
    await connection.sendNotification('json/schemaAssociations', [{ fileMatch: ['/**/.kube/config'], uri }]);
    return client;
  },
};

/** The most memory that a process has had, MiB; `undefined` where the system does not tell. */
export function peakMemory(pid: number | undefined): number | undefined {
  try {
    const kib = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
