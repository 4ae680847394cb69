import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import { commandName, pluginOf } from '../catalog';
import { maskPatterns } from '../credential/mask';
import { Kubeconfig, type UserEntry } from '../document/kubeconfig';
import { fileOf } from '../document/merged';
import { label } from '../features/navigation/plain-text';
import { type PluginStatus, type PluginStatusParams, pluginStatusRequest } from '../protocol';
import { answering } from './answers';
import { filePath } from './documents';
import { uriOf } from './params';
import type { Served } from './served';
import type { Connection } from './wire/connection';

const type = new RequestType<PluginStatusParams, PluginStatus | null, void>(
  pluginStatusRequest,
  ParameterStructures.byName,
);

/** Serves what is known of the current context's plugin. */
export function servePluginStatus(connection: Connection, served: Served): void {
  const answer = answering(connection);
  connection.onRequest(
    type,
    answer('plugin status', (params: PluginStatusParams) => statusOf(uriOf(params), served)),
  );
}

function statusOf(uri: string, { documents, configurations, lastRuns }: Served): PluginStatus | null {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) return null;
  const configuration = configurations.of(open.document, filePath(uri) ?? '');
  const { document } = configuration;
  const context = document.context(document.currentContext);
  const user = context && document.userOf(context);
  if (!context || !user?.decoded.value?.user?.exec) return null;
  const run = lastRuns.ofContext(fileOf(user, configuration).path, user, context.name, document);
  return { context: context.name, user: user.name, plugin: nameOf(user), lastRun: run?.last ?? null };
}

/** Short enough for a line: `aws`, not the path to it. */
function nameOf(user: UserEntry): string {
  const { command = '', args = [], env } = user.decoded.value?.user?.exec ?? {};
  const own = commandName(command.trim().split(/\s+/)[0] ?? '');
  const known = pluginOf({ command, args, env: env?.map(({ name = '' }) => ({ name })) ?? [] })?.plugin;
  // Behind a wrapper, or as part of another program, it has a name of its own.
  return known && !known.detect.commands.includes(own) ? known.id : label(maskPatterns(own));
}
