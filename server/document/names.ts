import type { NamedAuthInfo, NamedCluster, NamedContext } from '../schema';
import type { NamedEntry } from './entry';
import type { ClusterEntry, ContextEntry, EntryList, Kubeconfig, UserEntry } from './kubeconfig';

type Named = { name?: string | undefined };
type Section = 'clusters' | 'contexts' | 'users';

/** The names of a kubeconfig, or of several that client-go has merged: of each name the first entry, whole. */
export class Names {
  private readonly names: {
    readonly clusters: Keyed<NamedCluster>;
    readonly contexts: Keyed<NamedContext>;
    readonly users: Keyed<NamedAuthInfo>;
  };
  private readonly uses: Readonly<Record<'clusters' | 'users', Keyed<NamedContext>>>;

  constructor(
    files: readonly Pick<Kubeconfig, 'list'>[],
    /** The first that is not empty; else the empty string. */
    readonly currentContext: string,
    /** Of an earlier version, to take over what is as it was. */
    before?: Names,
  ) {
    const listOf = <T extends Named>(section: Section) => joined(files.map((file) => file.list<T>(section)));
    this.names = {
      clusters: keyed(listOf<NamedCluster>('clusters'), nameOf, before?.names.clusters),
      contexts: keyed(listOf<NamedContext>('contexts'), nameOf, before?.names.contexts),
      users: keyed(listOf<NamedAuthInfo>('users'), nameOf, before?.names.users),
    };
    const contexts = this.names.contexts.firsts;
    this.uses = {
      clusters: keyed(contexts, (context) => nameIn(context, 'cluster'), before?.uses.clusters),
      users: keyed(contexts, (context) => nameIn(context, 'user'), before?.uses.users),
    };
  }

  get clusters(): readonly ClusterEntry[] {
    return this.names.clusters.firsts.entries;
  }

  get contexts(): readonly ContextEntry[] {
    return this.names.contexts.firsts.entries;
  }

  get users(): readonly UserEntry[] {
    return this.names.users.firsts.entries;
  }

  cluster(name: string): ClusterEntry | undefined {
    return this.names.clusters.first(name);
  }

  context(name: string): ContextEntry | undefined {
    return this.names.contexts.first(name);
  }

  user(name: string): UserEntry | undefined {
    return this.names.users.first(name);
  }

  /** Whether two entries have one name. */
  hasTwins(section: Section): boolean {
    return this.names[section].hasTwins;
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    return this.uses[entry.section === 'users' ? 'users' : 'clusters'].all(entry.name);
  }
}

type KeyOf<T extends Named> = (entry: NamedEntry<T>) => string;

/** Entries by a key. Where they stand in their list is worked out when first needed. */
class Keyed<T extends Named> {
  private places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    private readonly list: EntryList<T>,
    private readonly keyOf: KeyOf<T>,
  ) {}

  first(key: string): NamedEntry<T> | undefined {
    const at = this.known.get(key)?.[0];
    return at === undefined ? undefined : this.list.entryAt(at);
  }

  all(key: string): readonly NamedEntry<T>[] {
    return (this.known.get(key) ?? []).flatMap((at) => this.list.entryAt(at) ?? []);
  }

  get hasTwins(): boolean {
    return this.known.size < this.list.nodes.length;
  }

  /** Of each key the first entry. */
  get firsts(): EntryList<T> {
    return this.hasTwins
      ? listOf([...this.known.values()].flatMap(([at = -1]) => this.list.entryAt(at) ?? []))
      : this.list;
  }

  /** The keys of the next version stand where they stood, mostly: then nothing is to be worked out again. */
  takeOver(before: Keyed<T>): void {
    if (before.places && isAlike(before.list, this.list, this.keyOf)) this.places = before.places;
  }

  private get known(): ReadonlyMap<string, readonly number[]> {
    this.places ??= placesIn(this.list, this.keyOf);
    return this.places;
  }
}

function keyed<T extends Named>(list: EntryList<T>, keyOf: KeyOf<T>, before?: Keyed<T>): Keyed<T> {
  const now = new Keyed(list, keyOf);
  if (before) now.takeOver(before);
  return now;
}

function placesIn<T extends Named>(
  list: EntryList<T>,
  keyOf: KeyOf<T>,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, entry] of list.entries.entries()) {
    const key = keyOf(entry);
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  return places;
}

function isAlike<T extends Named>(old: EntryList<T>, now: EntryList<T>, keyOf: KeyOf<T>): boolean {
  if (old.nodes === now.nodes) return true;
  const same = (index: number) => {
    const [before, after] = [old.entryAt(index), now.entryAt(index)];
    return before !== undefined && after !== undefined && keyOf(before) === keyOf(after);
  };
  const { nodes } = now;
  return (
    old.nodes.length === nodes.length &&
    nodes.every((node, index) => node === old.nodes[index] || same(index))
  );
}

function joined<T extends Named>(lists: readonly EntryList<T>[]): EntryList<T> {
  const [only] = lists;
  return only && lists.length === 1 ? only : listOf(lists.flatMap(({ entries }) => entries));
}

function listOf<T extends Named>(entries: readonly NamedEntry<T>[]): EntryList<T> {
  return { entries, nodes: entries.map(({ node }) => node), entryAt: (index) => entries[index] };
}

function nameOf({ name }: NamedEntry<Named>): string {
  return name;
}

export function nameIn(context: ContextEntry, key: 'cluster' | 'user'): string {
  return context.decoded.value?.context?.[key] ?? '';
}
