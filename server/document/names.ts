import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from './kubeconfig';

type NamedLists = Pick<Kubeconfig, 'clusters' | 'contexts' | 'users'>;

/** The names of a kubeconfig, or of several that client-go has merged: of each name the first entry, whole. */
export class Names {
  readonly clusters: readonly ClusterEntry[];
  readonly contexts: readonly ContextEntry[];
  readonly users: readonly UserEntry[];
  private readonly clusterNames: ReadonlyMap<string, ClusterEntry>;
  private readonly contextNames: ReadonlyMap<string, ContextEntry>;
  private readonly userNames: ReadonlyMap<string, UserEntry>;
  private clusterUses: ReadonlyMap<string, readonly ContextEntry[]> | undefined;
  private userUses: ReadonlyMap<string, readonly ContextEntry[]> | undefined;

  constructor(
    lists: readonly NamedLists[],
    /** The first that is not empty; else the empty string. */
    readonly currentContext: string,
  ) {
    this.clusterNames = byName(lists.flatMap(({ clusters }) => clusters));
    this.contextNames = byName(lists.flatMap(({ contexts }) => contexts));
    this.userNames = byName(lists.flatMap(({ users }) => users));
    this.clusters = [...this.clusterNames.values()];
    this.contexts = [...this.contextNames.values()];
    this.users = [...this.userNames.values()];
  }

  cluster(name: string): ClusterEntry | undefined {
    return this.clusterNames.get(name);
  }

  context(name: string): ContextEntry | undefined {
    return this.contextNames.get(name);
  }

  user(name: string): UserEntry | undefined {
    return this.userNames.get(name);
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    this.clusterUses ??= usesOf(this.contexts, 'cluster');
    this.userUses ??= usesOf(this.contexts, 'user');
    const uses = entry.section === 'users' ? this.userUses : this.clusterUses;
    return uses.get(entry.name) ?? [];
  }
}

/** The first of each name, in the order of the entries. */
function byName<E extends { readonly name: string }>(entries: readonly E[]): ReadonlyMap<string, E> {
  const names = new Map<string, E>();
  for (const entry of entries) if (!names.has(entry.name)) names.set(entry.name, entry);
  return names;
}

function usesOf(contexts: readonly ContextEntry[], key: 'cluster' | 'user') {
  const uses = new Map<string, ContextEntry[]>();
  for (const context of contexts) {
    const name = nameIn(context, key);
    const known = uses.get(name);
    if (known) known.push(context);
    else uses.set(name, [context]);
  }
  return uses;
}

export function nameIn(context: ContextEntry, key: 'cluster' | 'user'): string {
  return context.decoded.value?.context?.[key] ?? '';
}
