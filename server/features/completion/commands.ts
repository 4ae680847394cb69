import { posix, win32 } from 'node:path';
import { commandName, knownPlugins } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import { pathFolders } from '../../command/search';
import type { ValuePlace } from '../../document/cursor';
import type { Environment } from '../../environment';
import { describeBlock } from './blocks';
import type { CompletionItem, CompletionList, Scope } from './item';
import { textItem } from './values';

/** So many executables are shown, and so many looked at in a folder. */
const most = 100;

/** Commands by their bare name: of known plugins, and executables on PATH once a letter is there. */
export function commandItems(scope: Scope<ValuePlace>): CompletionList {
  const { typed } = scope.place;
  const known = knownCommands(scope);
  const { environment } = scope.context;
  if (!environment) return { items: known, incomplete: false };
  const labels = new Set(known.map(({ label }) => label));
  const found = executables(typed, environment).filter((name) => !labels.has(name));
  const items = found.map((name): CompletionItem => {
    const isPlugin = name.startsWith('kubectl-');
    const detail = isPlugin ? 'kubectl plugin on PATH' : 'on PATH';
    return { label: name, kind: 'command', detail, ...textItem(scope, name, isPlugin ? '2' : '3') };
  });
  return { items: [...known, ...items], incomplete: true };
}

function knownCommands(scope: Scope<ValuePlace>): CompletionItem[] {
  const plugins = new Map<string, KnownPlugin[]>();
  for (const plugin of knownPlugins) {
    const { command } = plugin.exec;
    plugins.set(command, [...(plugins.get(command) ?? []), plugin]);
  }
  return [...plugins].map(([command, known], index) => ({
    label: command,
    kind: 'command',
    detail: known.map(({ name }) => name).join(', '),
    documentation: known.map((plugin) => describeBlock(plugin, scope.context)).join('\n\n---\n\n'),
    ...textItem(scope, command, `1${String(index).padStart(2, '0')}`),
  }));
}

function executables(typed: string, environment: Environment): string[] {
  const prefix = typed === '' ? 'kubectl-' : typed;
  const isWindows = environment.platform === 'win32';
  const isWhole = isWindows ? win32.isAbsolute : posix.isAbsolute;
  const names = new Set<string>();
  for (const folder of new Set(pathFolders(environment))) {
    if (!isWhole(folder) || isRemote(folder)) continue;
    for (const { name, kind } of environment.files.list(folder)) {
      if (names.size >= most) return [...names];
      if (kind === 'directory' || !startsLike(name, prefix, isWindows)) continue;
      const path = isWindows ? win32.join(folder, name) : posix.join(folder, name);
      if (isExecutable(path, name, environment)) names.add(isWindows ? commandName(name) : name);
    }
  }
  return [...names];
}

function startsLike(name: string, prefix: string, isWindows: boolean): boolean {
  return isWindows ? name.toLowerCase().startsWith(prefix.toLowerCase()) : name.startsWith(prefix);
}

function isExecutable(path: string, name: string, { platform, files }: Environment): boolean {
  if (platform === 'win32') return /\.(?:exe|cmd|bat|com)$/i.test(name);
  const stat = files.stat(path);
  return stat !== undefined && stat.kind !== 'directory' && stat.executable;
}

/** A folder of another machine: looking at it would log in there. */
export function isRemote(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}
