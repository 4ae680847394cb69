import { type LocatedNode, nodeAt } from '../document/node';
import { credentialBeforeExec, type OtherCredential } from '../schema';
import { codeSpan } from './markdown';

type List = 'clusters' | 'users' | 'contexts';

export interface Names {
  nodeAt(...path: (string | number)[]): LocatedNode | undefined;
}

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

/** The hover on a name: what it leads to. */
export function describeName(names: Names, use: Use, name: string): string {
  const lines = [`**${use.label}** ${codeSpan(name)}`, ...chainOf(names, use.list, name)];
  return lines.join('  \n');
}

function chainOf(names: Names, list: List, name: string): string[] {
  const entry = find(names, list, name);
  if (!entry) return [`Not among the \`${list}\` of this file`];
  if (list === 'clusters') return [serverOf(entry)];
  if (list === 'users') return [credentialsOf(entry)];
  return [
    linkOf(names, 'clusters', 'cluster', entry, serverOf),
    linkOf(names, 'users', 'user', entry, credentialsOf),
  ];
}

function linkOf(
  names: Names,
  list: List,
  key: 'cluster' | 'user',
  context: LocatedNode,
  tell: (entry: LocatedNode) => string,
): string {
  const name = textAt(context, 'context', key);
  if (name === undefined) return `No ${key}`;
  const entry = find(names, list, name);
  return `${key} ${codeSpan(name)}: ${entry ? tell(entry) : 'not in this file'}`;
}

function serverOf(entry: LocatedNode): string {
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

function credentialsOf(entry: LocatedNode): string {
  const other = credentialBeforeExec((field) => Boolean(textAt(entry, 'user', field)));
  const credentials = other && credentialWords[other];
  const command = textAt(entry, 'user', 'exec', 'command');
  if (credentials) return command ? `${credentials}, so its plugin is not run` : credentials;
  // Arguments do not belong in `command`, and may be secrets where they are.
  if (command) return `runs ${codeSpan(command.replace(/\s+-.*/s, ' …'))}`;
  const provider = textAt(entry, 'user', 'auth-provider', 'name');
  return provider ? `auth provider ${codeSpan(provider)}` : 'no credentials';
}

function find(names: Names, list: List, name: string): LocatedNode | undefined {
  for (let index = 0; ; index++) {
    const entry = names.nodeAt(list, index);
    if (!entry) return undefined;
    if (textAt(entry, 'name') === name) return entry;
  }
}

function textAt(node: LocatedNode, ...path: string[]): string | undefined {
  const found = nodeAt(node, ...path);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}
