import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExecOptions } from './kubeconfigs';
import { root } from './paths';

const plugin = path.join(root, 'test/protocol/fixtures/tree-plugin.mjs');
const roles = ['child', 'orphan', 'plugin', 'stubborn'];

/** Watches a run of tree-plugin.mjs: each of its processes is connected for as long as it lives. */
export class ProcessTree {
  readonly #server = createServer((socket) => this.#greet(socket));
  readonly #pids = new Map<string, number>();
  #complete: () => void = () => {};
  /** When all of the tree's processes have said their ids. */
  readonly running = new Promise<void>((resolve) => {
    this.#complete = resolve;
  });

  /** What the exec block has to say. */
  async listen(): Promise<ExecOptions> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return { command: process.execPath, args: [plugin, `${port}`] };
  }

  #greet(socket: Socket): void {
    // A process that is killed may reset its connection.
    socket.on('error', () => {});
    socket.once('data', (greeting) => {
      const [role = '', pid] = greeting.toString().split(' ');
      this.#pids.set(role, Number(pid));
      if (roles.every((each) => this.#pids.has(each))) this.#complete();
    });
  }

  /** The roles of the processes that are still there; waits a while for the last ones to go. */
  async left(): Promise<string[]> {
    const deadline = Date.now() + 5_000;
    while (this.#alive().length > 0 && Date.now() < deadline) await delay(10);
    return this.#alive();
  }

  #alive(): string[] {
    return [...this.#pids].filter(([, pid]) => isAlive(pid)).map(([role]) => role);
  }

  /** For `after`: ends what a failed test has left. */
  close(): void {
    this.#server.close();
    for (const pid of this.#pids.values()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
}

function isAlive(pid: number): boolean {
  try {
    // A zombie, which waits for its parent to look at it, answers signals too.
    if (process.platform === 'linux') return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
