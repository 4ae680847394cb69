import type { CancellationToken } from 'vscode-jsonrpc';
import type { ExecuteCommandParams } from 'vscode-languageserver';
import { answering, refusal } from './answers';
import type { Connection } from './wire/connection';

/** What the server carries out itself, by the command's name. Each takes one argument. */
export type Commands = ReadonlyMap<string, (argument: unknown, token: CancellationToken) => unknown>;

/** Serves `workspace/executeCommand`. */
export function serveCommands(connection: Connection, commands: Commands): void {
  if (commands.size === 0) return;
  connection.onExecuteCommand(
    answering(connection)('command', (params: ExecuteCommandParams, token) => {
      const command = commands.get(params.command);
      if (!command) throw refusal(`There is no command "${params.command}".`);
      return command(params.arguments?.[0], token);
    }),
  );
}
