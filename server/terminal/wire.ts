import type { Socket } from 'node:net';

/** UTF-16 units. A report has 64 KiB of standard error, and the input, which may hold a large certificate. */
const longest = 32 * 1024 * 1024;

/** JSON values over a socket, a line each. Nothing that goes wrong throws: the other end may be anybody. */
export class Wire {
  readonly #socket: Socket;
  readonly #values: unknown[] = [];
  #rest = '';
  #over = false;
  #wake: () => void = () => {};

  /** `limit`: of a line, in UTF-16 units. */
  constructor(
    socket: Socket,
    private limit = longest,
  ) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => {});
    socket.once('close', () => this.#end());
  }

  /** Who has shown who it is may say more. */
  trust(): void {
    this.limit = longest;
  }

  send(value: unknown): void {
    this.#socket.write(`${JSON.stringify(value)}\n`);
  }

  /** The next value; `undefined` once the other end is gone, or has sent what is none. For one caller at a time. */
  async receive(): Promise<unknown> {
    while (this.#values.length === 0 && !this.#over) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#values.shift();
  }

  /** Sends what is left, and closes. */
  close(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    const [first = '', ...lines] = text.split('\n');
    this.#rest += first;
    for (const line of lines) {
      this.#read(this.#rest);
      this.#rest = line;
    }
    if (this.#rest.length > this.limit) this.destroy();
  }

  #read(line: string): void {
    if (this.#over) return;
    try {
      if (line.length > this.limit) throw new Error('too long');
      this.#values.push(JSON.parse(line));
      this.#wake();
    } catch {
      this.destroy();
      this.#end();
    }
  }

  #end(): void {
    this.#over = true;
    this.#wake();
  }
}
