import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import manifest from '../../../package.json';

/** Puts the stand-in for Red Hat's YAML extension into a folder of extensions, and names that folder. */
export async function yamlExtension(root: string, temporary: string): Promise<string> {
  const extensions = path.join(temporary, 'extensions');
  const folder = path.join(extensions, 'redhat.vscode-yaml-1.0.0');
  mkdirSync(folder, { recursive: true });
  const its = {
    name: 'vscode-yaml',
    publisher: 'redhat',
    version: '1.0.0',
    engines: { vscode: manifest.engines.vscode },
    main: './extension.js',
    activationEvents: ['onLanguage:yaml'],
    capabilities: { untrustedWorkspaces: { supported: true } },
    contributes: {
      configuration: { properties: { 'yaml.schemaStore.enable': { type: 'boolean', default: false } } },
    },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(its));
  const server = path.join(root, 'node_modules/yaml-language-server/out/server/src/server.js');
  await build({
    entryPoints: [path.join(root, 'test/vscode/yaml/extension.ts')],
    outfile: path.join(folder, 'extension.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    define: { yamlServer: JSON.stringify(server) },
    logLevel: 'warning',
  });
  return extensions;
}
