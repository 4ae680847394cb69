import type { NamedAuthInfo, NamedCluster, NamedContext } from '../schema';
import type { NamedEntry } from './entry';
import { LocatedDocument } from './located-document';

export type ClusterEntry = NamedEntry<NamedCluster>;
export type ContextEntry = NamedEntry<NamedContext>;
export type UserEntry = NamedEntry<NamedAuthInfo>;

/** A located kubeconfig with its names. */
export class Kubeconfig extends LocatedDocument {
  readonly clusters: readonly ClusterEntry[];
  readonly contexts: readonly ContextEntry[];
  readonly users: readonly UserEntry[];
  /** Look-up by name, made when first needed: reading a name decodes its entry. */
  private clusterNames: ReadonlyMap<string, ClusterEntry> | undefined;
  private contextNames: ReadonlyMap<string, ContextEntry> | undefined;
  private userNames: ReadonlyMap<string, UserEntry> | undefined;
  private clusterUses: ReadonlyMap<string, readonly ContextEntry[]> | undefined;
  private userUses: ReadonlyMap<string, readonly ContextEntry[]> | undefined;

  constructor(text: string, faults: LocatedDocument['faults'] = []) {
    super('kubeconfig', text, faults);
    this.clusters = this.named('clusters');
    this.contexts = this.named('contexts');
    this.users = this.named('users');
  }

  /** The empty string when there is none, as in kubectl. */
  get currentContext(): string {
    return this.entry<string>('current-context')?.decoded.value ?? '';
  }

  cluster(name: string): ClusterEntry | undefined {
    this.clusterNames ??= byName(this.clusters);
    return this.clusterNames.get(name);
  }

  context(name: string): ContextEntry | undefined {
    this.contextNames ??= byName(this.contexts);
    return this.contextNames.get(name);
  }

  user(name: string): UserEntry | undefined {
    this.userNames ??= byName(this.users);
    return this.userNames.get(name);
  }

  /** The cluster that a context leads to. One without a name is found by a context that names none. */
  clusterOf(context: ContextEntry): ClusterEntry | undefined {
    return this.cluster(nameIn(context, 'cluster'));
  }

  /** The user that a context leads to, likewise. */
  userOf(context: ContextEntry): UserEntry | undefined {
    return this.user(nameIn(context, 'user'));
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    this.clusterUses ??= usesOf(this.contexts, 'cluster');
    this.userUses ??= usesOf(this.contexts, 'user');
    const uses = entry.section === 'users' ? this.userUses : this.clusterUses;
    return uses.get(entry.name) ?? [];
  }

  private named<E extends NamedEntry>(section: string): readonly E[] {
    const field = this.field(section);
    return field?.list ? (field.entries as unknown as readonly E[]) : [];
  }
}

/** The first of each name. */
function byName<E extends { readonly name: string }>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map(entries.toReversed().map((entry) => [entry.name, entry]));
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

function nameIn(context: ContextEntry, key: 'cluster' | 'user'): string {
  return context.decoded.value?.context?.[key] ?? '';
}
