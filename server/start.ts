import { constants } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection';
import { withoutEditorVariables } from './editor-variables';
import { nodeEnvironment } from './environment-node';

/** Speaks LSP over what the command line says: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function start(): void {
  endWithClient();
  serve(createConnection(ProposedFeatures.all), withoutEditorVariables(nodeEnvironment));
}

/** However this ends, it exits in order, so that running plugins end with it. */
function endWithClient(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.once('disconnect', () => process.exit(1));
}
