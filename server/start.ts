import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection';
import { nodeEnvironment } from './environment-node';

/** Speaks LSP over what the command line says: `--stdio`, `--node-ipc` or `--socket=PORT`. */
export function start(): void {
  serve(createConnection(ProposedFeatures.all), nodeEnvironment);
}
