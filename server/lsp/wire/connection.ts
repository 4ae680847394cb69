import {
  type CancellationToken,
  type ConnectionOptions,
  createMessageConnection,
  type MessageReader,
  type MessageWriter,
  NotificationType,
  NotificationType0,
  type RequestHandler,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import { whereOf } from '../../failure';
import { MessageType } from './constants';
import { type Notifications, notifications, type Requests, requests } from './methods';

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

type OnRequests = {
  [K in keyof Requests]: (handler: Handler<Requests[K][0], Requests[K][1]>) => void;
};
type OnNotifications = { [K in keyof Notifications]: (handler: (params: Notifications[K]) => void) => void };

/**
 * LSP with a client, as far as this server speaks it. `vscode-languageserver` has all of it, and with it needs longer
 * to be loaded than everything that answers `initialize`.
 */
export interface Connection extends OnRequests, OnNotifications {
  /** The client's log. */
  readonly console: Readonly<Record<'error' | 'warn' | 'info' | 'log', (message: string) => void>>;
  onInitialize(handler: (params: InitializeParams) => InitializeResult): void;
  onShutdown(handler: () => Promise<void>): void;
  onRequest<P, R>(type: RequestType<P, R, void>, handler: Handler<P, R>): void;
  onNotification(method: string, handler: (params: unknown) => void): void;
  sendRequest<R = unknown>(method: string, params?: object, token?: CancellationToken): Promise<R>;
  sendNotification(method: string, params: object): Promise<void>;
  sendDiagnostics(params: PublishDiagnosticsParams): Promise<void>;
  /** Ends the process; it has failed unless the client has asked for it. */
  end(): void;
  onClose(handler: () => void): void;
  listen(): void;
  dispose(): void;
}

/** `exit`: ends the process, once the client says so. */
export function connect(
  reader: MessageReader,
  writer: MessageWriter,
  exit: (code: number) => void = () => {},
  options?: ConnectionOptions,
): Connection {
  const log = (type: MessageType) => (message: string) =>
    void rpc.sendNotification('window/logMessage', { type, message }).catch(() => {});
  const console = {
    error: log(MessageType.Error),
    warn: log(MessageType.Warning),
    info: log(MessageType.Info),
    log: log(MessageType.Log),
  };
  const rpc = createMessageConnection(reader, writer, console, options);
  const onRequests = mapped(requests, (method) => (handler: RequestHandler<unknown, unknown, void>) => {
    rpc.onRequest(new RequestType(method), handler);
  });
  // The package would log an exception's message, which may quote a document.
  const quietly = (method: string, handle: (params: unknown) => void) => (params: unknown) => {
    try {
      handle(params);
    } catch (error) {
      console.error(`${method}: ${whereOf(error)}`);
    }
  };
  const onNotifications = mapped(notifications, (method) => (handler: (params: unknown) => void) => {
    rpc.onNotification(new NotificationType(method), quietly(method, handler));
  });
  let isOver = false;
  let shutdown: () => Promise<void> = async () => {};
  rpc.onRequest(new RequestType0('shutdown'), () => {
    isOver = true;
    return shutdown();
  });
  const end = () => exit(isOver ? 0 : 1);
  rpc.onNotification(new NotificationType0('exit'), end);
  return {
    ...(onRequests as OnRequests),
    ...(onNotifications as OnNotifications),
    console,
    onInitialize: (handler) =>
      void rpc.onRequest(new RequestType<InitializeParams, InitializeResult, void>('initialize'), handler),
    onShutdown(handler) {
      shutdown = handler;
    },
    onRequest: <P, R>(type: RequestType<P, R, void>, handler: Handler<P, R>) =>
      void rpc.onRequest(type, handler as RequestHandler<P, R, void>),
    onNotification: (method, handler) => void rpc.onNotification(method, quietly(method, handler)),
    sendRequest: (method, params, token) =>
      token ? rpc.sendRequest(method, params, token) : rpc.sendRequest(method, params),
    sendNotification: (method, params) => rpc.sendNotification(method, params),
    sendDiagnostics: (params) => rpc.sendNotification('textDocument/publishDiagnostics', params),
    end,
    onClose: (handler) => void rpc.onClose(handler),
    listen: () => rpc.listen(),
    dispose: () => rpc.dispose(),
  };
}

function mapped<K extends string, V>(methods: Readonly<Record<K, string>>, make: (method: string) => V) {
  return Object.fromEntries(Object.entries<string>(methods).map(([name, method]) => [name, make(method)]));
}
