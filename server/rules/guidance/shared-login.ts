import type { Kubeconfig, UserEntry } from '../../document/kubeconfig';
import type { NamedAuthInfo } from '../../schema';
import { pluginLink } from '../../schema/links';
import { listNames } from '../list-names';
import { valueAt } from '../places';
import { ofEach } from '../remember';
import { rule } from '../rule';
import { azureLoginMode } from './azure-login';
import { execBlockOf, execPath } from './exec-block';

/** The modes that keep a log-in on disk. */
const cached = ['devicecode', 'interactive', 'ropc'];

export const loginShared = rule({
  code: 'login-shared',
  severity: 'hint',
  title: 'Users of different clusters share the cached log-in of Azure kubelogin',
  link: pluginLink,
  subject: 'kubeconfig',
  looksAt: 'references',
  noFix: 'The folder for the other log-in has to be chosen.',
  *check(document) {
    const groups = new Map<string, UserEntry[]>();
    const list = document.list<NamedAuthInfo>('users');
    for (const [index, key] of cacheKeys(list).entries()) {
      const user = key === undefined ? undefined : list.entryAt(index);
      if (key !== undefined && user) put(groups, key, user);
    }
    for (const users of groups.values()) {
      const [, second] = users;
      if (!second || !haveDifferentClusters(users, document)) continue;
      yield {
        ...valueAt(second, ...execPath, 'command'),
        message: `${listNames(users.map(({ name }) => name))} log in the same way, and so with the same account. If they are different ones, give each its own --token-cache-dir: add it to args.`,
      };
    }
  },
});

/** What decides which log-in is used again. */
const cacheKeys = ofEach((user: UserEntry): string | undefined => {
  const block = execBlockOf(user);
  const login = block && azureLoginMode(block);
  if (!login || !cached.includes(login.mode)) return undefined;
  return JSON.stringify([block.args, block.env]);
});

function haveDifferentClusters(users: readonly UserEntry[], document: Kubeconfig): boolean {
  const clusters = users.flatMap((user) =>
    document.contextsOf(user).map((context) => document.clusterOf(context)),
  );
  return new Set(clusters.filter((cluster) => cluster !== undefined)).size > 1;
}

function put(groups: Map<string, UserEntry[]>, key: string, user: UserEntry): void {
  const group = groups.get(key);
  if (group) group.push(user);
  else groups.set(key, [user]);
}
