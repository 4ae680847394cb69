import { constants } from 'node:os';
import { setProgram } from '../program';
import { initializeResult } from './capabilities';
import type { Prepare } from './connection';
import { configure, newSession } from './session';
import { connect } from './wire/connection';
import { logToStderr, transportFor, watchProcess } from './wire/process';
import { type Dispatch, isRequest, type Message } from './wire/rpc';

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
  const transport = transportFor(process.argv.slice(2));
  const connection = connect(transport, (code) => process.exit(code), afterInitialize(serveOthers));
  connection.onInitialize(({ initializationOptions, capabilities, processId }) => {
    if (typeof processId === 'number') watchProcess(processId, connection.end);
    configure(session, initializationOptions, capabilities);
    return initializeResult(session);
  });
  connection.listen();
}

/**
 * `initialize` is answered before anything is loaded that only documents need, which halves the time until then.
 * All other messages wait for it, and keep their order.
 */
function afterInitialize(load: () => Promise<Prepare>): Dispatch {
  let loading: Promise<Prepare> | undefined;
  let before: Promise<void> | undefined;
  return (message, next) => {
    if (message.method === 'initialize') {
      next();
      // Most clients take a moment to go on.
      setImmediate(() => {
        loading ??= load();
      });
      return;
    }
    loading ??= load();
    before = handled(message, next, loading, before);
  };
}

async function handled(
  message: Message,
  next: () => void,
  loading: Promise<Prepare>,
  before: Promise<void> | undefined,
): Promise<void> {
  await before;
  const prepare = await loading;
  if (isRequest(message)) await prepare(message.method);
  next();
}

/** However this ends, it exits in order, so that running plugins end with it. */
function endWithClient(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
