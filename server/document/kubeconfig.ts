import type { NamedAuthInfo, NamedCluster, NamedContext } from '../schema';
import type { NamedEntry } from './entry';
import { LocatedDocument } from './located-document';

export type ClusterEntry = NamedEntry<NamedCluster>;
export type ContextEntry = NamedEntry<NamedContext>;
export type UserEntry = NamedEntry<NamedAuthInfo>;

/** A located kubeconfig with its names. */
export class Kubeconfig extends LocatedDocument {
  constructor(text: string, faults: LocatedDocument['faults'] = []) {
    super('kubeconfig', text, faults);
  }

  get clusters(): readonly ClusterEntry[] {
    return this.named('clusters') as readonly ClusterEntry[];
  }

  get contexts(): readonly ContextEntry[] {
    return this.named('contexts') as readonly ContextEntry[];
  }

  get users(): readonly UserEntry[] {
    return this.named('users') as readonly UserEntry[];
  }

  /** The empty string when there is none, as in kubectl. */
  get currentContext(): string {
    return this.entry<string>('current-context')?.decoded.value ?? '';
  }

  cluster(name: string): ClusterEntry | undefined {
    return this.clusters.find((cluster) => cluster.name === name);
  }

  context(name: string): ContextEntry | undefined {
    return this.contexts.find((context) => context.name === name);
  }

  user(name: string): UserEntry | undefined {
    return this.users.find((user) => user.name === name);
  }

  /** The contexts that name a user or a cluster. */
  contextsOf(entry: ClusterEntry | UserEntry): readonly ContextEntry[] {
    const key = entry.section === 'users' ? 'user' : 'cluster';
    return this.contexts.filter((context) => (context.decoded.value?.context?.[key] ?? '') === entry.name);
  }

  private named(section: string): readonly NamedEntry[] {
    const field = this.field(section);
    return field?.list ? (field.entries as readonly NamedEntry[]) : [];
  }
}
