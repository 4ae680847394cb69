import type { TestContext } from 'node:test';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { type RunRequest, type RunTarget, runTargetsRequest, showResultCommand } from '../../server/protocol';
import { Client, fileUri } from './client';
import { rangeOf } from './ranges';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

export const folder = temporaryFolder();
export const plugin = folder.write(
  'plugin.sh',
  `#!/bin/sh
case "$1" in
fail) echo 'Error loading SSO Token' >&2; exit 3 ;;
late) if [ ! -e "$2" ]; then : >"$2"; exit 4; fi; : >"$2-again"; sleep 3599 ;;
esac
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"made-up-token"%s}}' "$2"
`,
  0o755,
);
export const options = {
  skip: process.platform === 'win32' && 'the plugin is a shell script',
  timeout: 60_000,
};
export const ended = '{"expirationTimestamp":"2020-01-01T00:00:00Z"}'.replace(/[{}]/g, '');

/** A kubeconfig with a user for every way that a plugin can end. */
export const text = `apiVersion: v1
kind: Config
current-context: good
clusters:
  - { name: eu, cluster: { server: "https://eu.example.com" } }
  - { name: plain, cluster: { server: "http://plain.example.com" } }
contexts:
  - { name: good, context: { cluster: eu, user: good } }
  - { name: bad, context: { cluster: eu, user: bad } }
  - { name: ended, context: { cluster: eu, user: ended } }
  - { name: gone, context: { cluster: eu, user: gone } }
users:
${['good', 'bad', 'ended', 'gone']
  .map(
    (name) => `  - name: ${name}
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: ${name === 'gone' ? './nowhere' : plugin}
        args: ${name === 'bad' ? '[fail]' : name === 'ended' ? `[ok, ',${ended}']` : '[ok]'}
        interactiveMode: Never
`,
  )
  .join('')}`;
export const uri = fileUri(folder.write('kubeconfig', text));

export interface Started {
  readonly client: Client;
  /** How often the client was asked to ask for lenses again. */
  readonly refreshes: () => number;
}

export async function start(t: TestContext, commands: string[] = [], rules: object = {}): Promise<Started> {
  const client = await Client.start({
    initialize: {
      capabilities: { textDocument: { codeLens: {} }, workspace: { codeLens: { refreshSupport: true } } },
      initializationOptions: { trusted: true, commands, settings: { rules } },
    },
  });
  t.after(() => client.kill());
  let refreshes = 0;
  client.connection.onRequest(CodeLensRefreshRequest.type, () => {
    refreshes += 1;
  });
  await client.check(uri, text);
  return { client, refreshes: () => refreshes };
}

export async function runFor(client: Client, request: Partial<RunRequest>) {
  return run(client, await approve(client, { uri, ...request }));
}

/** What is published once a run is over, which may be after its answer. */
export async function published(
  client: Client,
  fits: (found: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const { diagnostics } = await client.latest(uri, (params) => fits(params.diagnostics));
  return diagnostics.filter(isOfRun);
}

export const isOfRun = ({ code }: Diagnostic) => `${code}`.startsWith('last-run');
export const some = (found: readonly Diagnostic[]) => found.some(isOfRun);
export const none = (found: readonly Diagnostic[]) => !found.some(isOfRun);

export async function titles(client: Client, command = showResultCommand): Promise<string[]> {
  const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  return lenses.flatMap((lens: CodeLens) => (lens.command?.command === command ? [lens.command.title] : []));
}

/** Where some words stand behind others. */
export function rangeBehind(behind: string, words: string, within = text) {
  const at = within.indexOf(words, within.indexOf(behind));
  return rangeOf(`${within.slice(0, at).replace(/[^\n]/g, '·')}${within.slice(at)}`, words);
}

export async function lastRuns(client: Client): Promise<Record<string, unknown>> {
  const targets = await client.connection.sendRequest<RunTarget[]>(runTargetsRequest, { uri });
  const known = targets.flatMap(({ user, lastRun }) => (lastRun ? [[user, lastRun] as const] : []));
  return Object.fromEntries(known.map(([user, { verdict, why }]) => [user, [verdict, why]]));
}
