import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The text of a bundle; building it fails when it imports something of Node.js that nothing stands for. */
export function bundle(name: string): string {
  const outdir = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-'));
  try {
    const options = { cwd: root, stdio: 'pipe' } as const;
    execFileSync(process.execPath, ['esbuild.mjs', '--production', `--outdir=${outdir}`, name], options);
    return readFileSync(path.join(outdir, `${name}.js`), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** A client of the server in a scope that has what a browser's worker has, and nothing else. */
export class Worker {
  readonly #scope: Record<string, unknown>;
  readonly #channels: InstanceType<typeof MessageChannel>[] = [];
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #heard = new Map<string, (params: unknown) => void>();
  /** Notifications, by their method. */
  readonly notifications: Message[] = [];
  #last = 0;

  constructor(script: string) {
    const channels = this.#channels;
    class OwnChannel extends MessageChannel {
      constructor() {
        super();
        channels.push(this);
      }
    }
    this.#scope = {
      ...{ console, MessageChannel: OwnChannel, performance, queueMicrotask, TextDecoder, TextEncoder, URL },
      ...{ atob, btoa, clearInterval, clearTimeout, setInterval, setTimeout, structuredClone },
      postMessage: (message: Message) => this.#receive(structuredClone(message)),
      addEventListener: () => {},
    };
    vm.runInNewContext(script, this.#scope);
  }

  /** Only Node.js waits for channels that nobody closes. */
  close(): void {
    for (const { port1 } of this.#channels) port1.close();
  }

  async request<R>(method: string, params: unknown): Promise<R> {
    const id = ++this.#last;
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(JSON.stringify(error));
    return result as R;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  next<P>(method: string): Promise<P> {
    return new Promise((resolve) => this.#heard.set(method, (params) => resolve(params as P)));
  }

  #send(message: Message): void {
    const data = { jsonrpc: '2.0', ...message };
    (this.#scope['onmessage'] as (event: { data: unknown }) => void)({ data });
  }

  #receive(message: Message): void {
    if (message.method === undefined) return this.#answers.get(message.id ?? 0)?.(message);
    this.notifications.push(message);
    this.#heard.get(message.method)?.(message.params);
    if (message.id !== undefined) this.#send({ id: message.id, result: null });
  }
}
