import type { ClusterEntry } from '../document/kubeconfig';
import { type AuthInfo, credentialBeforeExec, type OtherCredential } from '../schema';
import { pluginLink } from '../schema/links';
import { httpsFixes, otherCredentialFixes } from './fixes/exec-unused';
import { listNames } from './list-names';
import { keyAt } from './places';
import { rule } from './rule';
import { serverAddress } from './server-address';

export const execUnused = rule({
  code: 'exec-unused',
  severity: 'warning',
  title: 'The plugin never runs because the user has another credential',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const info: AuthInfo = user.decoded.value?.user ?? {};
    const other = info.exec && credentialBeforeExec((field) => Boolean(info[field]));
    if (!other) return;
    yield {
      ...keyAt(user, 'user', 'exec'),
      message: `kubectl never runs this plugin: it uses the ${words[other]} of this user. Remove one of the two.`,
      fixes: () => otherCredentialFixes(document, user, context),
    };
  },
});

const words: Readonly<Record<OtherCredential, string>> = {
  token: 'token',
  tokenFile: 'token file',
  username: 'user name and password',
  'client certificate': 'client certificate',
};

export const execUnusedForHttp = rule({
  code: 'exec-unused-for-http',
  severity: 'warning',
  title: 'The plugin never runs because the server is not https, or missing',
  link: pluginLink,
  subject: 'user',
  looksAt: 'references',
  *check(user, document, context) {
    if (!user.decoded.value?.user?.exec) return;
    const without: string[] = [];
    const plain: ClusterEntry[] = [];
    for (const each of document.contextsOf(user)) {
      const cluster = document.clusterOf(each);
      if (!cluster || serverAddress(serverOf(cluster)) !== 'http') continue;
      if (serverOf(cluster)) plain.push(cluster);
      else without.push(cluster.name);
    }
    const place = keyAt(user, 'user', 'exec');
    if (plain.length > 0) {
      const message = `kubectl never runs this plugin for the cluster ${listNames(plain.map(({ name }) => name))}: its server is not https, and only there credentials are sent. Write https:// in "server".`;
      yield { ...place, message, fixes: () => httpsFixes(document, user, plain, context) };
    }
    if (without.length > 0) {
      const message = `kubectl never runs this plugin for the cluster ${listNames(without)}: it has no server, so http://localhost:8080 is called. Add "server".`;
      yield { ...place, message };
    }
  },
});

function serverOf(cluster: ClusterEntry): string | undefined {
  return cluster.decoded.value?.cluster?.server;
}
