import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest, halvesOf } from './secret';
import { Wire } from './wire';

/** UTF-16 units that a stranger may send. */
const longestGreeting = 256;
const greetingMs = 5000;

/**
 * A door for one: who first says the secret is let in, and it is shut behind him. It lies in a folder that only this
 * user may enter; on Windows, where pipes are in none, it has a name that can't be guessed.
 */
export class OneTimeChannel {
  readonly secret = randomBytes(32).toString('hex');
  readonly #server: Server;
  readonly #folder: string | undefined;
  readonly #strangers = new Set<Socket>();
  #enter: (wire: Wire | undefined) => void = () => {};
  readonly #entered = new Promise<Wire | undefined>((resolve) => {
    this.#enter = resolve;
  });
  readonly #shut = () => this.close();

  private constructor(
    readonly address: string,
    folder: string | undefined,
  ) {
    this.#folder = folder;
    this.#server = createServer((socket) => void this.#greet(socket));
    process.once('exit', this.#shut);
  }

  /** Rejects if the system does not let it. */
  static async open(): Promise<OneTimeChannel> {
    const name = randomBytes(16).toString('hex');
    const folder = process.platform === 'win32' ? undefined : mkdtempSync(join(tmpdir(), 'kubeconfig-exec-'));
    const address = folder === undefined ? `\\\\.\\pipe\\kubeconfig-exec-${name}` : join(folder, 's');
    const channel = new OneTimeChannel(address, folder);
    try {
      await channel.#listen();
    } catch (error) {
      channel.close();
      throw error;
    }
    return channel;
  }

  /** The one who knew the secret; `undefined` if nobody did in time, or it was closed before. */
  async accept(limitMs: number): Promise<Wire | undefined> {
    const timer = setTimeout(this.#shut, limitMs);
    try {
      return await this.#entered;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nobody is let in any more; who is in stays. */
  close(): void {
    this.#enter(undefined);
    this.#server.close();
    for (const socket of this.#strangers) socket.destroy();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    process.off('exit', this.#shut);
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.address, () => {
        this.#server.off('error', reject);
        this.#server.on('error', () => {});
        resolve();
      });
    });
  }

  async #greet(socket: Socket): Promise<void> {
    this.#strangers.add(socket);
    const timer = setTimeout(() => socket.destroy(), greetingMs);
    socket.once('close', () => this.#strangers.delete(socket));
    const wire = new Wire(socket, longestGreeting);
    const greeting = await wire.receive();
    clearTimeout(timer);
    if (!this.#isSecret(greeting) || !this.#server.listening) return wire.destroy();
    this.#strangers.delete(socket);
    wire.trust();
    this.#enter(wire);
    this.close();
  }

  #isSecret(greeting: unknown): boolean {
    const { secret } = { ...(greeting as { secret?: unknown } | undefined) };
    const { terminal } = halvesOf(this.secret);
    return typeof secret === 'string' && timingSafeEqual(digest(secret), digest(terminal));
  }
}
