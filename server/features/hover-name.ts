import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import { credentialBeforeExec, type OtherCredential } from '../schema';
import { codeSpan } from './markdown';
import { pluginIn, shownCommand, textOf } from './navigation/exec-line';
import { namesIn, type Section } from './navigation/names';
import { address } from './navigation/plain-text';

/** As much of a kubeconfig as names lead to. */
export type Names = Pick<
  Kubeconfig,
  'cluster' | 'context' | 'user' | 'contextsOf' | 'currentContext' | 'otherFileOf' | 'scope'
>;

type AnyEntry = ClusterEntry | ContextEntry | UserEntry;

interface Use {
  readonly list: Section;
  readonly label: string;
}

/** What the name at a path names, if it is one. */
export function nameAt(path: readonly (string | number)[]): Use | undefined {
  const [field = '', ...rest] = path;
  const inside = typeof rest[0] === 'number' ? rest.slice(1) : rest;
  const use = namesIn[field]?.find(({ path: own }) => own.join('.') === inside.join('.'));
  if (!use) return undefined;
  const label = use.path.length === 0 ? String(field) : use.section.slice(0, -1);
  return { list: use.section, label };
}

/** The hover on a name: what it leads to, and in which file that is if it is another one. */
export function describeName(names: Names, { list, label }: Use, name: string): string {
  const lines = [`**${label}** ${codeSpan(name)}`, ...chainOf(names, list, name, label)];
  return lines.join('  \n');
}

function chainOf(names: Names, list: Section, name: string, label: string): string[] {
  const entry = find(names, list, name);
  if (!entry) return [`Not among the \`${list}\` of ${names.scope}`];
  const from = originOf(names, entry);
  const where = from === '' ? [] : [`Found${from}`];
  if (list === 'clusters') return [serverOf(entry), usersOf(names, entry as ClusterEntry), ...where];
  if (list === 'users') return [credentialsOf(entry), usersOf(names, entry as UserEntry), ...where];
  const namespace = textAt(entry, 'context', 'namespace');
  return [
    linkOf(names, 'clusters', 'cluster', entry, serverOf),
    linkOf(names, 'users', 'user', entry, credentialsOf),
    ...(namespace ? [`namespace ${codeSpan(namespace)}`] : []),
    ...(label === 'context' && names.currentContext === name ? ['The current context'] : []),
    ...where,
  ];
}

const mostNames = 5;

/** The contexts that lead to a cluster or a user. */
function usersOf(names: Names, entry: ClusterEntry | UserEntry): string {
  const contexts = names.contextsOf(entry).map(({ name }) => codeSpan(name));
  if (contexts.length === 0) return 'No context uses it';
  const more = contexts.length - mostNames;
  const shown = [...contexts.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])];
  const last = shown.length > 1 ? ` and ${shown.pop()}` : '';
  return `Used by the ${contexts.length > 1 ? 'contexts' : 'context'} ${shown.join(', ')}${last}`;
}

function find(names: Names, list: Section, name: string): AnyEntry | undefined {
  if (list === 'clusters') return names.cluster(name);
  return list === 'users' ? names.user(name) : names.context(name);
}

function originOf(names: Names, entry: AnyEntry): string {
  const file = names.otherFileOf(entry);
  return file === undefined ? '' : ` in ${codeSpan(file)}`;
}

function linkOf(
  names: Names,
  list: Section,
  key: 'cluster' | 'user',
  context: AnyEntry,
  tell: (entry: AnyEntry) => string,
): string {
  const name = textAt(context, 'context', key);
  if (name === undefined) return `No ${key}`;
  const entry = find(names, list, name);
  const told = entry ? `${tell(entry)}${originOf(names, entry)}` : `not in ${names.scope}`;
  return `${key} ${codeSpan(name)}: ${told}`;
}

function serverOf(entry: AnyEntry): string {
  const server = textAt(entry, 'cluster', 'server');
  return server ? codeSpan(address(server)) : 'no server';
}

const credentialWords: Readonly<Record<OtherCredential, string>> = {
  token: 'a token',
  tokenFile: 'a token',
  username: 'basic authentication',
  'client certificate': 'a client certificate',
};

function credentialsOf(entry: AnyEntry): string {
  const other = credentialBeforeExec((field) => Boolean(textAt(entry, 'user', field)));
  const credentials = other && credentialWords[other];
  const command = textAt(entry, 'user', 'exec', 'command');
  if (credentials) return command ? `${credentials}, so its plugin is not run` : credentials;
  if (command) return `runs ${codeSpan(shownCommand(command))}${pluginOf(entry)}`;
  const provider = textAt(entry, 'user', 'auth-provider', 'name');
  return provider ? `auth provider ${codeSpan(provider)}` : 'no credentials';
}

function pluginOf(entry: AnyEntry): string {
  const plugin = pluginIn(entry.at('user', 'exec'))?.plugin;
  return plugin ? `, ${plugin.name} of ${plugin.vendor}` : '';
}

function textAt(entry: AnyEntry, ...path: string[]): string | undefined {
  return textOf(entry.at(...path));
}
