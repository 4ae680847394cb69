import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { server } from './paths';

export interface ClientOptions {
  /** What is not given is as a client without any options sends it. */
  readonly initialize?: Partial<InitializeParams>;
  readonly env?: NodeJS.ProcessEnv;
  /** The bundle to start. */
  readonly bundle?: string;
  /** For Node.js itself. */
  readonly execArgv?: readonly string[];
  /** A program, with its arguments, that is given the server's command line, and runs it. */
  readonly command?: readonly string[];
}

/** A client of the built server over stdio. Nothing of an editor is in it. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #process: ChildProcess;
  readonly #written: Buffer[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #exited: Promise<number | null>;
  initialized: InitializeResult | undefined;

  private constructor(child: ChildProcess, stdin: Writable, stdout: Readable, stderr: Readable) {
    this.#process = child;
    this.#exited = once(child, 'exit').then(([code]) => code as number | null);
    for (const stream of [stdout, stderr]) stream.on('data', (chunk: Buffer) => this.#written.push(chunk));
    stdin.on('error', () => {});
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onError(() => {});
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const look of this.#waiting) look();
    });
    this.connection.listen();
  }

  /** Starts the server; `initialize` is answered when it resolves. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const { initialize = {}, env = process.env, bundle = server, execArgv = [], command = [] } = options;
    const own = [process.execPath, ...execArgv, bundle, '--stdio'];
    const [program = process.execPath, ...args] = [...command, ...own];
    const child = spawn(program, args, { stdio: 'pipe', env });
    const client = new Client(child, child.stdin, child.stdout, child.stderr);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
      ...initialize,
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  get process(): ChildProcess {
    return this.#process;
  }

  /** Every byte that the server has written, on stdout and stderr. */
  get written(): Buffer {
    return Buffer.concat(this.#written);
  }

  open(uri: string, text: string, languageId = 'yaml', version = 1): Promise<void> {
    const textDocument = { uri, languageId, version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** What is published for a version of a document; `undefined` stands for a closed one. */
  diagnostics(uri: string, version: number | undefined): Promise<PublishDiagnosticsParams> {
    return this.#publication(() =>
      this.published.findLast((params) => params.uri === uri && params.version === version),
    );
  }

  /** What was published last for a document, once that fits. */
  latest(
    uri: string,
    fits: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    return this.#publication(() => {
      const last = this.published.findLast((params) => params.uri === uri);
      return last && fits(last) ? last : undefined;
    });
  }

  #publication(find: () => PublishDiagnosticsParams | undefined): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Opens a document and waits for its diagnostics. */
  async check(uri: string, text: string, languageId = 'yaml'): Promise<PublishDiagnosticsParams> {
    await this.open(uri, text, languageId);
    return this.diagnostics(uri, 1);
  }

  /** The exit status, after shutdown and exit. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exited();
  }

  /** The exit status, once there is one. */
  exited(): Promise<number | null> {
    return this.#exited;
  }

  /** For `after`: whatever a test has left. */
  kill(): void {
    this.connection.dispose();
    this.#process.kill('SIGKILL');
  }
}

export function fileUri(path: string): string {
  return pathToFileURL(path).href;
}
