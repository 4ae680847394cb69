import { constants } from 'node:os';
import { Message, type MessageWriter } from 'vscode-jsonrpc';
import { setProgram } from '../program';
import { initializeResult } from './capabilities';
import type { Prepare } from './connection';
import { configure, newSession } from './session';
import { connect } from './wire/connection';
import { logToStderr, transport, watchProcess } from './wire/process';

/**
 * Speaks LSP over what the command line says: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. `file`: that
 * of this program.
 */
export function start(file: string): void {
  setProgram(file);
  endWithClient();
  const session = newSession();
  const serveOthers = async () => {
    const [{ serve }, { promptEnvironment }, { withoutEditorVariables }] = await Promise.all([
      import('./connection'),
      import('../disk/environment'),
      import('./editor-variables'),
    ]);
    logToStderr();
    return serve(connection, withoutEditorVariables(promptEnvironment()), session);
  };
  const [reader, writer] = transport(process.argv.slice(2));
  let loading: Promise<Prepare> | undefined;
  const load = () => {
    loading ??= serveOthers();
    return loading;
  };
  // Most clients take a moment to go on.
  const answering = thenOnce(writer, () => setImmediate(load));
  const connection = connect(reader, answering, (code) => process.exit(code), {
    messageStrategy: afterInitialize(load),
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
function afterInitialize(load: () => Promise<Prepare>) {
  let before = Promise.resolve();
  return {
    handleMessage(message: Message, next: (message: Message) => void): void {
      const isRequest = Message.isRequest(message);
      if (isRequest && message.method === 'initialize') return next(message);
      before = before.then(async () => {
        const prepare = await load();
        if (isRequest) await prepare(message.method);
        next(message);
      });
    },
  };
}

/** Does something once the first message is written. */
function thenOnce(writer: MessageWriter, act: () => void): MessageWriter {
  let isFirst = true;
  const write = async (message: Message) => {
    await writer.write(message);
    if (isFirst) act();
    isFirst = false;
  };
  return Object.assign(Object.create(writer) as MessageWriter, { write });
}

/** However this ends, it exits in order, so that running plugins end with it. */
function endWithClient(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.once('disconnect', () => process.exit(1));
}
