import type { InitializeParams, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CancellationToken } from './cancellation';
import { MessageType } from './constants';
import { type Notifications, notifications, type Requests, requests } from './methods';
import { type Dispatch, Rpc } from './rpc';
import type { Transport } from './transport';

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

type OnRequests = {
  [K in keyof Requests]: (handler: Handler<Requests[K][0], Requests[K][1]>) => void;
};
type OnNotifications = { [K in keyof Notifications]: (handler: (params: Notifications[K]) => void) => void };

/**
 * LSP with a client, as far as this server speaks it. The packages that have all of it are a fifth of what a session
 * would load, and take longer for it than all else that answers `initialize`.
 */
export interface Connection extends OnRequests, OnNotifications {
  /** The client's log. */
  readonly console: Readonly<Record<'error' | 'warn' | 'info', (message: string) => void>>;
  onInitialize(handler: (params: InitializeParams) => InitializeResult): void;
  onShutdown(handler: () => Promise<void>): void;
  /** `P`: what the params are if the client keeps to the protocol. */
  onRequest<P, R>(method: string, handler: Handler<P, R>): void;
  onNotification(method: string, handler: (params: unknown) => void): void;
  sendRequest<R = unknown>(method: string, params?: object, token?: CancellationToken): Promise<R>;
  sendNotification(method: string, params: object): void;
  sendDiagnostics(params: PublishDiagnosticsParams): void;
  /** Ends the process; it has failed unless the client has asked for it. */
  end(): void;
  listen(): void;
}

/** `exit`: ends the process, once the client says so or is gone. */
export function connect(
  transport: Transport,
  exit: (code: number) => void = () => {},
  dispatch?: Dispatch,
): Connection {
  const log = (type: MessageType) => (message: string) => rpc.notify('window/logMessage', { type, message });
  const console = {
    error: log(MessageType.Error),
    warn: log(MessageType.Warning),
    info: log(MessageType.Info),
  };
  const rpc = new Rpc(transport, console.error, dispatch);
  const onRequest = <P, R>(method: string, handler: Handler<P, R>) =>
    rpc.onRequest(method, (params, token) => handler(params as P, token));
  let isOver = false;
  const end = () => exit(isOver ? 0 : 1);
  const onShutdown = (handler: () => Promise<void>) =>
    rpc.onRequest('shutdown', () => {
      isOver = true;
      return handler();
    });
  onShutdown(async () => {});
  rpc.onNotification('exit', end);
  return {
    ...(mapped(requests, (method) => onRequest.bind(undefined, method)) as OnRequests),
    ...(mapped(notifications, (method) => rpc.onNotification.bind(rpc, method)) as OnNotifications),
    console,
    onInitialize: (handler) => onRequest('initialize', handler),
    onShutdown,
    onRequest,
    onNotification: (method, handler) => rpc.onNotification(method, handler),
    sendRequest: <R>(method: string, params?: object, token?: CancellationToken) =>
      rpc.request(method, params, token) as Promise<R>,
    sendNotification: (method, params) => rpc.notify(method, params),
    sendDiagnostics: (params) => rpc.notify('textDocument/publishDiagnostics', params),
    end,
    listen: () => rpc.listen(end),
  };
}

function mapped(methods: Readonly<Record<string, string>>, make: (method: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, make(method)]));
}
