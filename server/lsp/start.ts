import { constants } from 'node:os';
import { Message } from 'vscode-jsonrpc';
import { initializeResult } from './capabilities';
import { configure, newSession } from './session';
import { connect } from './wire/connection';
import { logToStderr, transport, watchProcess } from './wire/process';

/** Speaks LSP over what the command line says: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function start(): void {
  endWithClient();
  const session = newSession();
  const serveOthers = async () => {
    const [{ serve }, { promptEnvironment }, { withoutEditorVariables }] = await Promise.all([
      import('./connection'),
      import('../disk/environment'),
      import('./editor-variables'),
    ]);
    logToStderr();
    serve(connection, withoutEditorVariables(promptEnvironment), session);
  };
  const [reader, writer] = transport(process.argv.slice(2));
  const connection = connect(reader, writer, (code) => process.exit(code), {
    messageStrategy: afterInitialize(serveOthers),
  });
  connection.onInitialize(({ initializationOptions, capabilities, processId }) => {
    if (typeof processId === 'number') watchProcess(processId, connection.end);
    configure(session, initializationOptions, capabilities);
    return initializeResult(session);
  });
  connection.onClose(connection.end);
  connection.listen();
}

/**
 * `initialize` is answered before anything is loaded that only documents need, which halves the time until then.
 * All other messages wait for it, and keep their order.
 */
function afterInitialize(load: () => Promise<void>) {
  let loaded: Promise<void> | undefined;
  return {
    handleMessage(message: Message, next: (message: Message) => void): void {
      if (Message.isRequest(message) && message.method === 'initialize') return next(message);
      loaded ??= load();
      void loaded.then(() => next(message));
    },
  };
}

/** However this ends, it exits in order, so that running plugins end with it. */
function endWithClient(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.once('disconnect', () => process.exit(1));
}
