import { whereOf } from '../../failure';
import { type CancellationToken, CancellationTokenSource } from './cancellation';
import { ErrorCodes, ResponseError } from './errors';
import type { Transport } from './transport';

type Id = number | string;

/** A message that has come; `method` and `id` tell which kind it is. */
export interface Message {
  readonly id?: Id;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export const isRequest = (
  message: Message,
): message is Message & { readonly id: Id; readonly method: string } =>
  message.method !== undefined && message.id !== undefined && message.id !== null;

/** May have messages wait; those that follow have to, too. */
export type Dispatch = (message: Message, next: () => void) => void;

type RequestHandler = (params: unknown, token: CancellationToken) => unknown;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: ResponseError): void;
}

/** JSON-RPC: what is asked and told, in both directions. */
export class Rpc {
  readonly #requests = new Map<string, RequestHandler>();
  readonly #notifications = new Map<string, (params: unknown) => void>();
  readonly #waiting = new Map<Id, Waiting>();
  /** Of requests that are not answered yet. */
  readonly #running = new Map<Id, CancellationTokenSource>();
  #queue: Message[] = [];
  /** Of the first message in the queue that is not handled yet. */
  #next = 0;
  #isScheduled = false;
  #count = 0;

  constructor(
    private readonly transport: Transport,
    private readonly log: (message: string) => void,
    private readonly dispatch: Dispatch = (_, next) => next(),
  ) {}

  onRequest(method: string, handler: RequestHandler): void {
    this.#requests.set(method, handler);
  }

  onNotification(method: string, handler: (params: unknown) => void): void {
    this.#notifications.set(method, handler);
  }

  listen(close: () => void): void {
    this.transport.listen({
      message: (message) => this.#receive(message),
      unreadable: () => this.log('A message is no JSON.'),
      close,
    });
  }

  notify(method: string, params: object | undefined): void {
    this.transport.send({ jsonrpc: '2.0', method, params });
  }

  request(method: string, params: object | undefined, token?: CancellationToken): Promise<unknown> {
    const id = ++this.#count;
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.transport.send({ jsonrpc: '2.0', id, method, params });
    token?.onCancellationRequested(() => this.notify('$/cancelRequest', { id }));
    return answered;
  }

  #receive(message: unknown): void {
    if (typeof message !== 'object' || message === null) return this.log('A message is none of JSON-RPC.');
    const received: Message = message;
    if (received.method === '$/cancelRequest') return this.#cancel(received.params);
    if (isRequest(received)) this.#running.set(received.id, new CancellationTokenSource());
    this.#queue.push(received);
    this.#schedule();
  }

  /** Also of a request that waits for its turn. */
  #cancel(params: unknown): void {
    const id = (params as { id?: Id } | null | undefined)?.id;
    if (id !== undefined) this.#running.get(id)?.cancel();
  }

  /** One after the other, with all that comes in between: so a cancellation may overtake what it is for. */
  #schedule(): void {
    const message = this.#queue[this.#next];
    if (this.#isScheduled) return;
    if (!message) {
      this.#queue = [];
      this.#next = 0;
      return;
    }
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#next++;
      this.#schedule();
      this.dispatch(message, () => this.#handle(message));
    });
  }

  #handle(message: Message): void {
    if (isRequest(message)) void this.#answer(message.id, message.method, message.params);
    else if (message.method !== undefined) void this.#hear(message.method, message.params);
    else this.#settle(message);
  }

  async #answer(id: Id, method: string, params: unknown): Promise<void> {
    const answer = await this.#resultOf(
      method,
      params,
      this.#running.get(id) ?? new CancellationTokenSource(),
    );
    this.#running.delete(id);
    this.transport.send({ jsonrpc: '2.0', id, ...answer });
  }

  async #resultOf(method: string, params: unknown, { token }: CancellationTokenSource): Promise<object> {
    const handler = this.#requests.get(method);
    if (!handler) return failure(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
    if (Array.isArray(params))
      return failure(ErrorCodes.InvalidParams, `${method} takes its parameters by name.`);
    try {
      return { result: (await handler(params, token)) ?? null };
    } catch (error) {
      if (error instanceof ResponseError) return failure(error.code, error.message);
      this.log(`${method}: ${whereOf(error)}`);
      return failure(ErrorCodes.InternalError, `${method} could not be answered.`);
    }
  }

  async #hear(method: string, params: unknown): Promise<void> {
    try {
      await this.#notifications.get(method)?.(params);
    } catch (error) {
      this.log(`${method}: ${whereOf(error)}`);
    }
  }

  #settle({ id, error, result }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new ResponseError(error.code, error.message));
    else waiting.resolve(result);
  }
}

function failure(code: number, message: string): object {
  return { error: { code, message } };
}
