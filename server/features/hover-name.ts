import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import { credentialBeforeExec, type OtherCredential } from '../schema';
import { codeSpan } from './markdown';

type List = 'clusters' | 'users' | 'contexts';

/** As much of a kubeconfig as names lead to. */
export type Names = Pick<Kubeconfig, 'cluster' | 'context' | 'user' | 'otherFileOf' | 'scope'>;

type AnyEntry = ClusterEntry | ContextEntry | UserEntry;

interface Use {
  readonly list: List;
  readonly label: string;
}

/** What the name at a path names, if it is one. */
export function nameAt(path: readonly (string | number)[]): Use | undefined {
  const shape = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  return uses[shape];
}

const uses: Readonly<Record<string, Use>> = {
  'current-context': { list: 'contexts', label: 'current-context' },
  'contexts.*.name': { list: 'contexts', label: 'context' },
  'contexts.*.context.cluster': { list: 'clusters', label: 'cluster' },
  'contexts.*.context.user': { list: 'users', label: 'user' },
  'clusters.*.name': { list: 'clusters', label: 'cluster' },
  'users.*.name': { list: 'users', label: 'user' },
};

/** The hover on a name: what it leads to, and in which file that is if it is another one. */
export function describeName(names: Names, { list, label }: Use, name: string): string {
  const lines = [`**${label}** ${codeSpan(name)}`, ...chainOf(names, list, name)];
  return lines.join('  \n');
}

function chainOf(names: Names, list: List, name: string): string[] {
  const entry = find(names, list, name);
  if (!entry) return [`Not among the \`${list}\` of ${names.scope}`];
  const from = originOf(names, entry);
  const where = from === '' ? [] : [`Found${from}`];
  if (list === 'clusters') return [serverOf(entry), ...where];
  if (list === 'users') return [credentialsOf(entry), ...where];
  return [
    linkOf(names, 'clusters', 'cluster', entry, serverOf),
    linkOf(names, 'users', 'user', entry, credentialsOf),
    ...where,
  ];
}

function find(names: Names, list: List, name: string): AnyEntry | undefined {
  if (list === 'clusters') return names.cluster(name);
  return list === 'users' ? names.user(name) : names.context(name);
}

function originOf(names: Names, entry: AnyEntry): string {
  const file = names.otherFileOf(entry);
  return file === undefined ? '' : ` in ${codeSpan(file)}`;
}

function linkOf(
  names: Names,
  list: List,
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
  // A server may carry a user name and a password.
  return server ? codeSpan(server.replace(/\/\/.*@/s, '//')) : 'no server';
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
  // Arguments do not belong in `command`, and may be secrets where they are.
  if (command) return `runs ${codeSpan(command.replace(/\s+-.*/s, ' …'))}`;
  const provider = textAt(entry, 'user', 'auth-provider', 'name');
  return provider ? `auth provider ${codeSpan(provider)}` : 'no credentials';
}

function textAt(entry: AnyEntry, ...path: string[]): string | undefined {
  const found = entry.at(...path);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}
