import { join, posix, win32 } from 'node:path';
import { resolveCommand } from '../../command/resolve';
import { isAbsolute } from '../../command/resolve-windows';
import { setValue } from '../../edits/set-value';
import type { Environment } from '../../environment';
import { execBlockAt, execPath } from './exec-block';
import { existsAs, type Place } from './existing-file';
import { type Refactor, type Refactoring, refactoring } from './refactoring';

/** A command becomes the absolute path that it leads to on this machine, or the bare name that leads to its path. */
export const commandPath: Refactor = (document, at, { environment, directory }) => {
  const block = environment && execBlockAt(document, at);
  if (!environment || !block || block.command === '') return [];
  const write = (title: string, command: string): Refactoring[] =>
    refactoring('refactor.rewrite', title, setValue(document, block.user, [...execPath, 'command'], command));
  const place = { environment, directory };
  if (!isWhole(block.command, environment)) {
    const path = pathOf(block.command, place);
    return path === undefined ? [] : write('Make the command an absolute path', path);
  }
  const name = flavourOf(environment).basename(block.command);
  if (pathOf(name, place) !== flavourOf(environment).normalize(block.command)) return [];
  return write(`Make the command a bare name, "${name}"`, name);
};

function pathOf(command: string, place: Place & { environment: Environment }): string | undefined {
  const { environment, directory } = place;
  const isBare = !/[\\/]/.test(command);
  if (!isBare && directory === undefined) return undefined;
  const kubeconfig = join(directory ?? environment.cwd, 'config');
  const { path } = resolveCommand(command, kubeconfig, environment);
  return path !== null && existsAs(path, place) ? path : undefined;
}

function isWhole(command: string, { platform }: Environment): boolean {
  return platform === 'win32' ? isAbsolute(command) : posix.isAbsolute(command);
}

function flavourOf({ platform }: Environment) {
  return platform === 'win32' ? win32 : posix;
}
