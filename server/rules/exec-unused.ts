import type { AuthInfo } from '../schema';
import { pluginLink } from '../schema/links';
import { keyAt } from './places';
import { rule } from './rule';
import { serverAddress } from './server-address';

/** What client-go uses instead of the plugin, in words, or `undefined` if the plugin runs. */
export function credentialBeforeExec(user: AuthInfo): string | undefined {
  if (user.tokenFile) return 'tokenFile';
  if (user.token) return 'token';
  if (user.username) return 'username';
  const certificate = user['client-certificate'] || user['client-certificate-data'];
  const key = user['client-key'] || user['client-key-data'];
  return certificate && key ? 'client certificate' : undefined;
}

export const execUnused = rule({
  code: 'exec-unused',
  severity: 'warning',
  title: 'The plugin never runs because the user has another credential',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    const info = user.decoded.value?.user;
    const other = info?.exec && credentialBeforeExec(info);
    if (!other) return;
    yield {
      ...keyAt(user, 'user', 'exec'),
      message: `kubectl never runs this plugin: it uses the ${other} of this user. Remove one of the two.`,
    };
  },
});

export const execUnusedForHttp = rule({
  code: 'exec-unused-for-http',
  severity: 'warning',
  title: 'The plugin never runs because the server is not https',
  link: pluginLink,
  subject: 'user',
  looksAt: 'references',
  *check(user, document) {
    if (!user.decoded.value?.user?.exec) return;
    for (const context of document.contextsOf(user)) {
      const cluster = document.cluster(context.decoded.value?.context?.cluster ?? '');
      const server = cluster?.decoded.value?.cluster?.server;
      if (!cluster || !server || serverAddress(server) !== 'http') continue;
      yield {
        ...keyAt(user, 'user', 'exec'),
        message: `For the context "${context.name}" kubectl never runs this plugin: the server of cluster "${cluster.name}" is not https, and credentials are sent over https only. Use an https:// address.`,
      };
    }
  },
});
