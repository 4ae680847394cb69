import { knownPlugins } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import type { KeyPlace } from '../../document/cursor';
import { execGroup } from '../../schema';
import { describeBlock, execBlock } from './blocks';
import { hole } from './holes';
import type { CompletionItem, Scope } from './item';
import type { Members } from './pen';

/** Whole documents for one that is blank. */
export function skeletonItems(scope: Scope<KeyPlace>): CompletionItem[] {
  const { document, place, pen, context } = scope;
  if (document.kind !== 'kubeconfig') return [];
  const common = { kind: 'block', ...pen.whole(place, {}) } as const;
  const general: CompletionItem = {
    ...common,
    label: 'kubeconfig with exec plugin',
    detail: 'a cluster, a user and a context',
    sort: '00',
    filter: 'kubeconfig with exec plugin',
    ...pen.whole(place, kubeconfig(generalExec)),
  };
  const own = knownPlugins.map(
    (plugin: KnownPlugin, index): CompletionItem => ({
      ...common,
      label: `kubeconfig with ${plugin.name}`,
      detail: plugin.vendor,
      documentation: describeBlock(plugin, context),
      sort: `01${String(index).padStart(2, '0')}`,
      filter: `kubeconfig with ${plugin.name}`,
      ...pen.whole(place, kubeconfig(execBlock(plugin, context))),
    }),
  );
  return [general, ...own];
}

const generalExec: Members = {
  apiVersion: hole(`${execGroup}/v1`, [`${execGroup}/v1`, `${execGroup}/v1beta1`]),
  command: hole('<command>'),
  args: [hole('<argument>')],
  interactiveMode: hole('IfAvailable', ['IfAvailable', 'Never', 'Always']),
  provideClusterInfo: false,
};

function kubeconfig(exec: Members): Members {
  const [context, cluster, user] = [hole('<context-name>'), hole('<cluster-name>'), hole('<user-name>')];
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': context,
    clusters: [{ name: cluster, cluster: { server: hole('https://<host>:6443') } }],
    contexts: [{ name: context, context: { cluster, user } }],
    users: [{ name: user, user: { exec } }],
  };
}
