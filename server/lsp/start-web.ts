import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { webEnvironment } from '../web/environment';
import { initializeResult } from './capabilities';
import { serveCommands } from './commands';
import { contextCommands } from './lens-requests';
import { serveDocuments } from './serve-documents';
import { configure, newSession } from './session';
import { connect } from './wire/connection';

/** What is not there, for the client's log. */
const absent =
  'In the browser no plugin is run, and commands, files, KUBECONFIG, certificates and private keys are not checked. ' +
  'Open the file in VS Code on a machine for that.';

/** Speaks LSP with the page or the extension host that has started this worker. */
export function startInWorker(): void {
  const session = { ...newSession(), onMachine: false };
  const connection = connect(
    new BrowserMessageReader(globalThis as never),
    new BrowserMessageWriter(globalThis as never),
  );
  connection.onInitialize(({ initializationOptions, capabilities }) => {
    configure(session, initializationOptions, capabilities);
    // There is nothing to look at and nothing to run, whoever is trusted.
    session.trusted = false;
    session.judgeCommand = false;
    const served = serveDocuments(connection, webEnvironment, session);
    serveCommands(connection, contextCommands(connection, served));
    return initializeResult(session);
  });
  connection.onInitialized(() => connection.console.info(absent));
  connection.listen();
}
