import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CommandResult, kubeconfigExec } from './command';
import { type ExecOptions, execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import type { Folder } from './temporary';

const plugin = path.join(root, 'test/protocol/fixtures/picky-plugin.mjs');

/** A kubeconfig whose plugin says no to what is named, and the runs of it. */
export class Picky {
  readonly #asked: string;
  readonly file: string;

  constructor(folder: Folder, cannot = 'nothing', more: Partial<ExecOptions> = {}) {
    const name = `${cannot} ${JSON.stringify(more)}`.replace(/[^\w]+/g, '-');
    this.#asked = path.join(folder.path, `${name}.asked`);
    const env = { ASKED: this.#asked };
    const exec = { command: process.execPath, args: [plugin, cannot], env, ...more };
    this.file = folder.write(`${name}.kubeconfig`, execKubeconfig(exec));
  }

  run(...flags: string[]): Promise<CommandResult> {
    return kubeconfigExec(['run', this.file, '--yes', ...flags]);
  }

  /** What the plugin was asked for in each run until now. */
  get asked(): string[] {
    return existsSync(this.#asked) ? readFileSync(this.#asked, 'utf8').trimEnd().split('\n') : [];
  }
}
