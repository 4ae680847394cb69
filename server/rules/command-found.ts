import { posix, win32 } from 'node:path';
import { type Search, searchFor } from '../command/search';
import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { kubeconfigLink } from '../schema/links';
import { type CommandFault, commandFaultOf } from './command-fault';
import { nameOf, notFoundFixes, placeFixes } from './fixes/command-path';
import { somePaths } from './paths';
import { valueAt } from './places';
import { rule } from './rule';

const link = kubeconfigLink('ExecConfig');

export const commandNotFound = rule({
  code: 'command-not-found',
  severity: 'warning',
  title: 'The plugin’s program is not on PATH, or its path does not exist',
  link,
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const { environment } = context;
    const fault = environment && commandFaultOf(user, document, context);
    if (!fault || !isNotFound(fault) || systemOf(user, environment)) return;
    const hasHint = Boolean(user.decoded.value?.user?.exec?.installHint);
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: wordsFor(fault, hasHint, environment),
      fixes: () => notFoundFixes(document, user, fault.search, environment),
      ...kubectlWords(fault, environment),
    };
  },
});

export const commandOtherSystem = rule({
  code: 'command-other-system',
  severity: 'information',
  title: '`command` is a path as another system writes it',
  link,
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const { environment } = context;
    const fault = environment && commandFaultOf(user, document, context);
    const system = fault && isNotFound(fault) && systemOf(user, environment);
    if (!system) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: `This is a path of ${system}, and this machine runs ${systems[environment.platform] ?? environment.platform}. Use this file there, or write the path that the program has here.`,
      fixes: () => otherSystemFixes(document, user, environment),
      ...kubectlWords(fault, environment),
    };
  },
});

function otherSystemFixes(document: Kubeconfig, user: UserEntry, environment: Environment) {
  const name = nameOf(user.decoded.value?.user?.exec?.command ?? '').replace(/\.(?:exe|cmd|bat)$/i, '');
  return placeFixes(document, user, name, searchFor(name, environment), environment);
}

type NotFound = Extract<CommandFault, { kind: 'not-on-path' | 'missing' }>;

function isNotFound(fault: CommandFault): fault is NotFound {
  return fault.kind === 'not-on-path' ? !fault.search.notExecutable : fault.kind === 'missing';
}

/** What kubectl says when it has run into it; what it says of a path on Windows is not known. */
function kubectlWords(fault: NotFound, { platform }: Environment): { readonly kubectl?: string } {
  if (fault.kind === 'not-on-path') return { kubectl: `exec: executable ${fault.command} not found` };
  return platform === 'win32' ? {} : { kubectl: `exec: fork/exec ${fault.path}: ${fault.reason}` };
}

const systems: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

/** The other system that a command is written for: a drive or a backslash, or a path without either. */
function systemOf(user: UserEntry, { platform }: Environment): string | undefined {
  const command = user.decoded.value?.user?.exec?.command ?? '';
  if (platform === 'win32') return /^\/[^/]/.test(command) ? 'Linux or macOS' : undefined;
  return /^[A-Za-z]:\/|\\/.test(command) ? 'Windows' : undefined;
}

function wordsFor(fault: NotFound, hasHint: boolean, environment: Environment): string {
  const { search } = fault;
  if (fault.kind === 'missing') {
    const advice = otherPath(search);
    return `${fault.shown}: ${fault.reason}. ${advice ?? `${install(hasHint)}, or correct the path.`}`;
  }
  const name = `"${fault.command.replace(/\s*\n/g, '\\n')}"`;
  if (fault.command.trim() !== fault.command && fault.command.trim() !== '') {
    return `${name} has white space around it, which is a part of the name. Remove it.`;
  }
  if (search.relative !== undefined) {
    return `${name} is on PATH only in "${search.relative || '.'}", a relative folder, from which kubectl starts nothing. Write the whole path of the folder into PATH, or that of the program here.`;
  }
  const where = pathWords(search, environment);
  if (search.elsewhere.length === 0) return `${name} is ${where}. ${install(hasHint)}, or correct the name.`;
  const folders = somePaths(search.elsewhere.map(folderOf(environment)), 60, environment);
  return `${name} is ${where}. It is in ${folders}: add that to PATH, or write the whole path here.`;
}

function install(hasHint: boolean): string {
  return hasHint ? 'Install the plugin as "installHint" says' : 'Install the plugin';
}

function pathWords({ folders }: Search, environment: Environment): string {
  if (folders.length === 0) return 'nowhere, as PATH is empty';
  const folder = folders.length === 1 ? 'the only folder' : `any of the ${folders.length} folders`;
  return `not in ${folder} of PATH (${somePaths(folders, 90, environment)})`;
}

/** For a path that does not exist: one that does. */
function otherPath({ onPath, elsewhere }: Search): string | undefined {
  const other = onPath ?? elsewhere[0];
  return other === undefined ? undefined : `Correct the path: here it is ${other}.`;
}

function folderOf({ platform }: Environment): (path: string) => string {
  return platform === 'win32' ? win32.dirname : posix.dirname;
}
