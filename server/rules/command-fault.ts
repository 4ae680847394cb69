import { join, posix, win32 } from 'node:path';
import { cleanedCommand } from '../command/clean';
import { type FormatFault, formatFault } from '../command/executable-format';
import { type InterpreterFault, interpreterFault } from '../command/interpreter';
import { resolveCommand } from '../command/resolve';
import { isAbsolute } from '../command/resolve-windows';
import { type Search, searchFor } from '../command/search';
import { programOfCommandLine } from '../command/words';
import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import { type Environment, FileError } from '../environment';
import { type AuthInfo, credentialBeforeExec } from '../schema';
import { expandable } from './command';
import { isSince } from './kubernetes-version';
import { shortPath } from './paths';
import type { RuleContext } from './rule';
import { serverAddress } from './server-address';

/**
 * Why a plugin can't be started on this machine. `command` and `path`: as kubectl names them; `shown`: the
 * path for people.
 */
export type CommandFault =
  | { readonly kind: 'not-on-path'; readonly command: string; readonly search: Search }
  | (OfPath & { readonly kind: 'missing'; readonly reason: string; readonly search: Search })
  | (OfPath & { readonly kind: 'not-executable'; readonly folder: boolean })
  | (OfPath & { readonly kind: 'format'; readonly format: FormatFault })
  | (OfPath & {
      readonly kind: 'interpreter';
      readonly command: string;
      readonly interpreter: InterpreterFault;
    });

interface OfPath {
  readonly path: string;
  readonly shown: string;
}

/**
 * `undefined` when it can be started, when it can't be told, when kubectl never runs it, and when
 * another rule has a better word for it. Files are only looked at.
 */
export function commandFaultOf(
  user: UserEntry,
  document: Kubeconfig,
  context: RuleContext,
): CommandFault | undefined {
  const { environment } = context;
  const command = user.decoded.value?.user?.exec?.command ?? '';
  if (!environment || !isPlain(command) || !isRun(user, document)) return undefined;
  const searchPath = pluginPath(user, environment);
  const faults = known.get(context) ?? new Map<string, CommandFault | undefined>();
  known.set(context, faults);
  const key = `${command}\0${searchPath}`;
  if (!faults.has(key)) faults.set(key, faultOf(command, searchPath, environment, context));
  return faults.get(key);
}

/** Of one check: several rules ask for it, and users often share a command. */
const known = new WeakMap<RuleContext, Map<string, CommandFault | undefined>>();

/** `searchPath`: the PATH that the plugin gets to see. */
function faultOf(
  command: string,
  searchPath: string | undefined,
  environment: Environment,
  context: RuleContext,
): CommandFault | undefined {
  const named = isSince(context, '1.35') ? cleanedCommand(command, environment) : command;
  if (context.directory === undefined && isRelative(named, environment)) return undefined;
  const kubeconfig = join(context.directory ?? environment.cwd, 'config');
  const resolved = resolveCommand(named, kubeconfig, environment);
  if (environment.files.withholds?.(resolved.path ?? resolved.command)) return undefined;
  if (resolved.path !== null) return fileFault(resolved.command, resolved.path, searchPath, environment);
  // A path on Windows may lack its extension.
  if (/[\\/:]/.test(named) && environment.platform === 'win32') return missing(resolved.command, environment);
  const search = searchFor(named, environment);
  // A relative folder before that one, or Windows' working folder, may be another for kubectl.
  if (search.onPath !== undefined) return undefined;
  return { kind: 'not-on-path', command: resolved.command, search };
}

function fileFault(
  command: string,
  path: string,
  searchPath: string | undefined,
  environment: Environment,
): CommandFault | undefined {
  const file = { path, shown: shortPath(path, environment) };
  const stat = environment.files.stat(path);
  if (!stat) return missing(path, environment);
  if (stat.kind !== 'file' || !stat.executable) {
    return { ...file, kind: 'not-executable', folder: stat.kind === 'directory' };
  }
  const format = formatFault(path, environment);
  if (format) return { ...file, kind: 'format', format };
  const interpreter = interpreterFault(path, environment, searchPath);
  return interpreter && { ...file, kind: 'interpreter', command, interpreter };
}

/** A name that may be shown, and that no other rule has something to say about. */
function isPlain(command: string): boolean {
  const isShort = command !== '' && command.length <= 200 && !/\p{C}/u.test(command.trim());
  return isShort && !expandable.test(command) && programOfCommandLine(command) === undefined;
}

/** Whether kubectl would come to run the plugin. */
function isRun(user: UserEntry, document: Kubeconfig): boolean {
  const info: AuthInfo = user.decoded.value?.user ?? {};
  if (credentialBeforeExec((field) => Boolean(info[field]))) return false;
  const clusters = document.contextsOf(user).map((context) => document.clusterOf(context));
  const plain = clusters.filter(
    (each) => each && serverAddress(each.decoded.value?.cluster?.server) === 'http',
  );
  return clusters.length === 0 || plain.length < clusters.length;
}

function isRelative(command: string, { platform }: Environment): boolean {
  if (platform === 'win32') return command.includes('\\') && !isAbsolute(command);
  return command.includes('/') && !posix.isAbsolute(command);
}

function missing(path: string, environment: Environment): CommandFault | undefined {
  try {
    environment.files.read(path, 1);
    return undefined;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const flavour = environment.platform === 'win32' ? win32 : posix;
    const search = searchFor(flavour.basename(path), environment);
    return { kind: 'missing', path, shown: shortPath(path, environment), reason: error.reason, search };
  }
}

/** The PATH that the plugin gets to see: the exec block may set another. */
function pluginPath(user: UserEntry, { variables }: Environment): string | undefined {
  const env = user.decoded.value?.user?.exec?.env ?? [];
  const own = env.findLast((item) => item?.name === 'PATH');
  return own ? (own.value ?? '') : variables['PATH'];
}
