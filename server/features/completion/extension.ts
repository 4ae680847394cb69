import { pluginsOf } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import type { KeyPlace, Place, ValuePlace } from '../../document/cursor';
import { Kubeconfig, type UserEntry } from '../../document/kubeconfig';
import { type Sketch, sketchAt, textAt } from '../../document/sketch';
import { execExtensionName } from '../../schema';
import { hole, openMapping } from './holes';
import type { CompletionItem, Scope } from './item';
import type { Members } from './pen';

/** The extension of a cluster that its users' plugins receive, as an item of `extensions`. */
export function extensionItems(scope: Scope<KeyPlace>): CompletionItem[] {
  const need = needOf(scope);
  if (!need) return [];
  return [{ ...itemFor(scope, need), ...scope.pen.members(scope.place, need.extension) }];
}

/** The same in brackets, or with the whole list (`list`). */
export function extensionValues(scope: Scope<ValuePlace>, list: boolean): CompletionItem[] {
  const need = needOf(scope);
  if (!need) return [];
  const value = list ? [need.extension] : need.extension;
  return [{ ...itemFor(scope, need), ...scope.pen.value(scope.place, value) }];
}

/** The key `extensions` with it, for a cluster whose users need it. */
export function extensionsKey(scope: Scope<KeyPlace>): CompletionItem[] {
  const { place, pen } = scope;
  if (place.named || place.names.includes('extensions')) return [];
  const need = needIn(scope);
  if (!need.needed) return [];
  const label = `extensions: ${execExtensionName}`;
  const item = { ...itemFor(scope, need), label, sort: '20', filter: place.quote + label };
  return [{ ...item, ...pen.members(place, { extensions: [need.extension] }) }];
}

/** The keys that plugins read from it. */
export function extensionKeys(scope: Scope<KeyPlace>): CompletionItem[] {
  const { place, root, pen } = scope;
  if (textAt(sketchAt(root, place.path.slice(0, -1)), 'name') !== execExtensionName) return [];
  const keys = new Map(pluginsFor(scope).flatMap((plugin) => Object.entries(plugin.extension)));
  return [...keys]
    .filter(([name]) => !place.names.includes(name) && !name.includes('.'))
    .map(([name, meaning], index) => ({
      label: name,
      kind: 'key',
      documentation: meaning,
      sort: `1${String(index).padStart(2, '0')}`,
      filter: place.quote + name,
      ...pen.key(place, name, hole()),
    }));
}

function itemFor({ place }: Scope, { needed }: Need) {
  return {
    label: execExtensionName,
    kind: 'block' as const,
    detail: needed ? 'for the plugins of its users' : 'for exec plugins with provideClusterInfo',
    documentation:
      'What is below `extension` goes to the credential plugin, as `spec.cluster.config` of `KUBERNETES_EXEC_INFO`. Not a place for secrets.',
    sort: needed ? '00' : '4',
    filter: place.quote + execExtensionName,
  };
}

interface Need {
  readonly needed: boolean;
  readonly extension: Members;
}

/** Whether the extension makes sense here: in a cluster that does not have it. */
export function canBeExec({ place, root }: Scope<Place>): boolean {
  const isInCluster = place.path[0] === 'clusters' && place.path[3] === 'extensions';
  return isInCluster && !hasIt(sketchAt(root, place.path.slice(0, 4)));
}

/** `undefined` where it makes no sense. */
function needOf(scope: Scope<Place>): Need | undefined {
  return canBeExec(scope) ? needIn(scope) : undefined;
}

function needIn(scope: Scope<Place>): Need {
  const users = usersOf(scope);
  const plugins = pluginsFor(scope);
  const keys = Object.keys(
    plugins.find(({ extension }) => Object.keys(extension).length > 0)?.extension ?? {},
  );
  const top = keys.filter((key) => !key.includes('.'));
  const config = top.length > 0 ? Object.fromEntries(top.map((key) => [key, hole()])) : openMapping;
  return {
    needed:
      users.some((user) => user.decoded.value?.user?.exec?.provideClusterInfo === true) ||
      plugins.some(({ needsClusterInfo }) => needsClusterInfo === true),
    extension: { name: execExtensionName, extension: config },
  };
}

function hasIt(list: Sketch | undefined): boolean {
  return list?.kind === 'list' && list.items.some(({ value }) => textAt(value, 'name') === execExtensionName);
}

function usersOf({ document, root, place }: Scope<Place>): UserEntry[] {
  if (!(document instanceof Kubeconfig)) return [];
  const cluster = document.cluster(textAt(sketchAt(root, place.path.slice(0, 2)), 'name') ?? '');
  const contexts = cluster ? document.contextsOf(cluster) : [];
  return contexts.flatMap((context) => document.userOf(context) ?? []);
}

function pluginsFor(scope: Scope<Place>): KnownPlugin[] {
  const plugins = usersOf(scope).flatMap((user) => {
    const exec = user.decoded.value?.user?.exec;
    if (!exec?.command) return [];
    const line = { command: exec.command, args: exec.args ?? [] };
    return pluginsOf(line).map(({ plugin }) => plugin);
  });
  return [...new Set(plugins)];
}
