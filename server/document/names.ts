import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from './kubeconfig';

type NamedLists = Pick<Kubeconfig, 'clusters' | 'contexts' | 'users'>;

/** The names of a kubeconfig, or of several that client-go has merged: of each name the first entry, whole. */
export class Names {
  private readonly clusterNames: Keyed<ClusterEntry>;
  private readonly contextNames: Keyed<ContextEntry>;
  private readonly userNames: Keyed<UserEntry>;
  private readonly clusterUses: Keyed<ContextEntry>;
  private readonly userUses: Keyed<ContextEntry>;

  constructor(
    lists: readonly NamedLists[],
    /** The first that is not empty; else the empty string. */
    readonly currentContext: string,
    /** Of an earlier version, to take over what is as it was. */
    before?: Names,
  ) {
    const all = <E>(listOf: (file: NamedLists) => readonly E[]) =>
      lists.length === 1 && lists[0] ? listOf(lists[0]) : lists.flatMap(listOf);
    this.clusterNames = keyed(
      all(({ clusters }) => clusters),
      nameOf,
      before?.clusterNames,
    );
    this.contextNames = keyed(
      all(({ contexts }) => contexts),
      nameOf,
      before?.contextNames,
    );
    this.userNames = keyed(
      all(({ users }) => users),
      nameOf,
      before?.userNames,
    );
    this.clusterUses = keyed(this.contexts, (context) => nameIn(context, 'cluster'), before?.clusterUses);
    this.userUses = keyed(this.contexts, (context) => nameIn(context, 'user'), before?.userUses);
  }

  get clusters(): readonly ClusterEntry[] {
    return this.clusterNames.firsts;
  }

  get contexts(): readonly ContextEntry[] {
    return this.contextNames.firsts;
  }

  get users(): readonly UserEntry[] {
    return this.userNames.firsts;
  }

  cluster(name: string): ClusterEntry | undefined {
    return this.clusterNames.first(name);
  }

  context(name: string): ContextEntry | undefined {
    return this.contextNames.first(name);
  }

  user(name: string): UserEntry | undefined {
    return this.userNames.first(name);
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    return (entry.section === 'users' ? this.userUses : this.clusterUses).all(entry.name);
  }
}

type AnyEntry = ClusterEntry | ContextEntry | UserEntry;
type KeyOf<E> = (entry: E) => string;

/** Entries by a key. Where they stand in their list is worked out when first needed. */
class Keyed<E extends AnyEntry> {
  private places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    private readonly entries: readonly E[],
    private readonly keyOf: KeyOf<E>,
  ) {}

  first(key: string): E | undefined {
    const at = this.placesOf(key)?.[0];
    return at === undefined ? undefined : this.entries[at];
  }

  all(key: string): readonly E[] {
    return (this.placesOf(key) ?? []).flatMap((at) => this.entries[at] ?? []);
  }

  /** Of each key the first entry. */
  get firsts(): readonly E[] {
    this.places ??= placesIn(this.entries, this.keyOf);
    if (this.places.size === this.entries.length) return this.entries;
    return [...this.places.values()].flatMap(([at = -1]) => this.entries[at] ?? []);
  }

  /** The keys of the next version stand where they stood, mostly: then nothing is to be worked out again. */
  takeOver(before: Keyed<E>): void {
    if (before.places && isAlike(before.entries, this.entries, this.keyOf)) this.places = before.places;
  }

  private placesOf(key: string): readonly number[] | undefined {
    this.places ??= placesIn(this.entries, this.keyOf);
    return this.places.get(key);
  }
}

function keyed<E extends AnyEntry>(entries: readonly E[], keyOf: KeyOf<E>, before?: Keyed<E>): Keyed<E> {
  const now = new Keyed(entries, keyOf);
  if (before) now.takeOver(before);
  return now;
}

function placesIn<E>(entries: readonly E[], keyOf: KeyOf<E>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  return places;
}

function isAlike<E extends AnyEntry>(old: readonly E[], now: readonly E[], keyOf: KeyOf<E>): boolean {
  const same = (entry: E, index: number) => {
    const other = old[index];
    return other !== undefined && (other.node === entry.node || keyOf(other) === keyOf(entry));
  };
  return old.length === now.length && now.every(same);
}

function nameOf({ name }: AnyEntry): string {
  return name;
}

export function nameIn(context: ContextEntry, key: 'cluster' | 'user'): string {
  return context.decoded.value?.context?.[key] ?? '';
}
