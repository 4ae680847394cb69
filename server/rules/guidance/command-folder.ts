import { join, posix, win32 } from 'node:path';
import { resolveCommand } from '../../command/resolve';
import type { Environment } from '../../environment';
import { pluginLink } from '../../schema/links';
import { shortPath } from '../paths';
import { valueAt } from '../places';
import { type RuleContext, rule } from '../rule';
import { execBlockOf, execPath } from './exec-block';

const temporary =
  /^(?:\/private)?\/(?:tmp|var\/tmp|dev\/shm)\/|^[A-Za-z]:[\\/](?:Windows[\\/])?Temp[\\/]|[\\/]AppData[\\/]Local[\\/]Temp[\\/]/i;

export const commandOpenFolder = rule({
  code: 'command-open-folder',
  severity: 'warning',
  title: 'Other users of this machine can replace the plugin: a temporary or world-writable folder',
  link: pluginLink,
  subject: 'user',
  looksAt: 'environment',
  noFix: 'The program has to be moved first.',
  *check(user, _document, context) {
    const block = execBlockOf(user);
    if (!block) return;
    const place = valueAt(user, ...execPath, 'command');
    if (temporary.test(block.command)) {
      const message =
        'This is a temporary folder: others may put a program there, and the system clears it. Move the plugin to a folder of your own.';
      yield { ...place, message };
      return;
    }
    const open = openPath(block.command, context);
    if (open === undefined) return;
    const message = `Everyone on this machine can change or replace ${open}, which kubectl runs. Let only its owner write to it and to its folder, or move the plugin.`;
    yield { ...place, message };
  },
});

/** Of one check: users often share a command. */
const known = new WeakMap<RuleContext, Map<string, string | undefined>>();

/** The program, if all users may change or replace it. */
function openPath(command: string, context: RuleContext): string | undefined {
  const paths = known.get(context) ?? new Map<string, string | undefined>();
  known.set(context, paths);
  if (!paths.has(command)) paths.set(command, openPathOf(command, context));
  return paths.get(command);
}

function openPathOf(command: string, { environment, directory }: RuleContext): string | undefined {
  if (!environment) return undefined;
  const bare = !/[\\/]/.test(command);
  if (!bare && directory === undefined && !isAbsolute(command, environment)) return undefined;
  const { path } = resolveCommand(command, join(directory ?? environment.cwd, 'config'), environment);
  if (path === null) return undefined;
  return environment.files.stat(path)?.othersWrite ? shortPath(path, environment) : undefined;
}

function isAbsolute(command: string, { platform }: Environment): boolean {
  return platform === 'win32' ? win32.isAbsolute(command) : posix.isAbsolute(command);
}
