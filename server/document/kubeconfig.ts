import type { NamedAuthInfo, NamedCluster, NamedContext } from '../schema';
import type { Entry, NamedEntry } from './entry';
import { LocatedDocument } from './located-document';
import type { Merged } from './merged';
import { Names, nameIn } from './names';
import type { LocatedNode } from './node';
import type { Limits } from './sizes';
import type { Text } from './text';

export type ClusterEntry = NamedEntry<NamedCluster>;
export type ContextEntry = NamedEntry<NamedContext>;
export type UserEntry = NamedEntry<NamedAuthInfo>;

export interface EntryList<T extends { name?: string | undefined }> {
  readonly nodes: readonly LocatedNode[];
  readonly entries: readonly NamedEntry<T>[];
  entryAt(index: number): NamedEntry<T> | undefined;
}

const empty = { nodes: [], entries: [], entryAt: () => undefined };

/**
 * A located kubeconfig. Its lists hold what is written in it; look-ups by name also find what other files
 * have, if it is one of several that are merged.
 */
export class Kubeconfig extends LocatedDocument {
  private ownNames: Names | undefined;
  /** Of the version whose names were asked for last. */
  private earlierNames: Names | undefined;
  private merged: Merged | undefined;

  constructor(text: Text, faults: LocatedDocument['faults'] = [], before?: LocatedDocument, limits?: Limits) {
    super('kubeconfig', text, faults, before, limits);
    if (before instanceof Kubeconfig) this.earlierNames = before.ownNames ?? before.earlierNames;
  }

  get clusters(): readonly ClusterEntry[] {
    return this.list<NamedCluster>('clusters').entries;
  }

  get contexts(): readonly ContextEntry[] {
    return this.list<NamedContext>('contexts').entries;
  }

  get users(): readonly UserEntry[] {
    return this.list<NamedAuthInfo>('users').entries;
  }

  /** The same document as one of several. */
  among(merged: Merged): Kubeconfig {
    const view: Kubeconfig = Object.create(this);
    view.merged = merged;
    return view;
  }

  /** Made when first needed: reading a name decodes its entry. */
  private get names(): Names {
    if (this.merged) return this.merged.names;
    if (!this.ownNames) {
      this.ownNames = new Names([this], this.ownCurrentContext, this.earlierNames);
      this.earlierNames = undefined;
    }
    return this.ownNames;
  }

  /** What this file says. The empty string when there is none, as in kubectl. */
  get ownCurrentContext(): string {
    return this.entry<string>('current-context')?.decoded.value ?? '';
  }

  /** What kubectl uses. */
  get currentContext(): string {
    return this.merged ? this.merged.names.currentContext : this.ownCurrentContext;
  }

  cluster(name: string): ClusterEntry | undefined {
    return this.names.cluster(name);
  }

  context(name: string): ContextEntry | undefined {
    return this.names.context(name);
  }

  user(name: string): UserEntry | undefined {
    return this.names.user(name);
  }

  /** The cluster that a context leads to. One without a name is found by a context that names none. */
  clusterOf(context: ContextEntry): ClusterEntry | undefined {
    return this.cluster(nameIn(context, 'cluster'));
  }

  /** The user that a context leads to, likewise. */
  userOf(context: ContextEntry): UserEntry | undefined {
    return this.user(nameIn(context, 'user'));
  }

  /** Every name that can be looked up, but for the empty one. */
  namesOf(section: 'clusters' | 'contexts' | 'users'): string[] {
    return this.names[section].map((entry) => entry.name).filter(Boolean);
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    return this.names.contextsOf(entry);
  }

  /** The file that an entry or the current context stands in; `undefined` if it is this one. */
  otherFileOf(what: Entry | 'current-context'): string | undefined {
    return this.merged?.otherFileOf(what, this);
  }

  /** Whether two entries of a list have one name. */
  hasTwins(section: 'clusters' | 'contexts' | 'users'): boolean {
    if (!this.merged) return this.names.hasTwins(section);
    return new Set(this[section].map(({ name }) => name)).size < this[section].length;
  }

  /** The other files that it is merged with. */
  get others(): readonly Kubeconfig[] {
    const files = this.merged?.files ?? [];
    return files.flatMap(({ document }) => (document.fields === this.fields ? [] : [document]));
  }

  /** How messages name what names are looked up in. */
  get scope(): string {
    return this.merged ? 'the files of KUBECONFIG' : 'this file';
  }

  /** A list of entries, of which only those are made that are asked for. */
  list<T extends { name?: string | undefined }>(section: 'clusters' | 'contexts' | 'users'): EntryList<T> {
    const field = this.field(section);
    return field?.list ? (field as unknown as EntryList<T>) : empty;
  }
}
