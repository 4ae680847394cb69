import type { CommandLine, Recognized } from '../../catalog';
import { pluginsOf, pluginsOfCommand } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import type { Path } from '../../document/cursor';
import { type Sketch, sketchAt, textAt, textsOf } from '../../document/sketch';
import type { Scope } from './item';

/** Where a path is in an exec block: `['args', 2]`; `undefined` if it is in none. */
export function pathInExec(path: Path): Path | undefined {
  const isExec = path[0] === 'users' && path[2] === 'user' && path[3] === 'exec';
  return isExec && path.length >= 4 ? path.slice(4) : undefined;
}

export interface Exec {
  readonly line: CommandLine;
  readonly node: Sketch | undefined;
  /** All that it may run, also while the subcommand is not there yet. */
  readonly plugins: readonly KnownPlugin[];
  readonly recognized: readonly Recognized[];
}

/** The exec block around a place. `without`: the index of the argument that is being typed. */
export function execAround({ root, place }: Scope, without?: number): Exec {
  const node = sketchAt(root, place.path.slice(0, 4));
  const args = textsOf(sketchAt(node, ['args']));
  const command = textAt(node, 'command') ?? '';
  const env = variablesIn(node).map((name) => ({ name }));
  const line = { command, args: without === undefined ? args : args.toSpliced(without, 1), env };
  const recognized = command === '' ? [] : pluginsOf(line);
  const plugins =
    recognized.length > 0 ? recognized.map(({ plugin }) => plugin) : command ? pluginsOfCommand(command) : [];
  return { line, node, plugins, recognized };
}

/** The names of its variables. */
export function variablesIn(node: Sketch | undefined): string[] {
  const list = sketchAt(node, ['env']);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap(({ value }) => textAt(value, 'name') ?? []);
}
