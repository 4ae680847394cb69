import type { TestContext } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  type RunReport,
  type RunRequest,
  type TerminalLaunch,
  terminalLaunchRequest,
  terminalReportRequest,
} from '../../server/protocol';
import { Client, fileUri } from './client';
import { type ExecOptions, execKubeconfig } from './kubeconfigs';
import { approve } from './running';
import type { Folder } from './temporary';
import { Terminal } from './terminal';

export interface Started {
  readonly client: Client;
  readonly launch: TerminalLaunch;
  readonly kubeconfig: string;
}

/** A plugin that needs a terminal, approved, and the terminal not yet there. */
export async function launched(
  t: TestContext,
  folder: Folder,
  exec: ExecOptions,
  request: Omit<RunRequest, 'uri'> = {},
): Promise<Started> {
  const client = await Client.start({
    initialize: { initializationOptions: { trusted: true } },
    // A server that is killed leaves the folder of its channel.
    env: { ...process.env, ONLY_SERVER: 'here', TMPDIR: folder.path },
  });
  t.after(() => client.kill());
  const text = execKubeconfig({ interactiveMode: 'Always', ...exec });
  const kubeconfig = folder.write(`${t.name}/kubeconfig`, text);
  const uri = fileUri(kubeconfig);
  await client.open(uri, text);
  return { client, launch: await launch(client, { uri, ...request }), kubeconfig };
}

async function launch(client: Client, request: RunRequest): Promise<TerminalLaunch> {
  const approved = await approve(client, request);
  return client.connection.sendRequest<TerminalLaunch>(terminalLaunchRequest, approved);
}

export function terminalFor(t: TestContext, { path: program, args, env }: TerminalLaunch): Terminal {
  return new Terminal(t, [program, ...args], { env: { ...process.env, ...env } });
}

export function reportOf({ client, launch: { id } }: Started, cancel = new CancellationTokenSource()) {
  const report = client.connection.sendRequest<RunReport>(terminalReportRequest, { id }, cancel.token);
  report.catch(() => {});
  return report;
}
