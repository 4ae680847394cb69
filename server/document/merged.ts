import type { Entry } from './entry';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from './kubeconfig';
import { Names } from './names';

/** One of several kubeconfigs that are merged. */
export interface MergedFile {
  readonly document: Kubeconfig;
  /** Absolute; relative paths in it count from its folder. */
  readonly path: string;
  /** As messages name it. */
  readonly displayPath: string;
}

/** A kubeconfig, and the others that it is merged with, if there are any. */
export interface Configuration extends MergedFile {
  readonly merged?: Merged | undefined;
}

/** The file that an entry stands in. */
export function fileOf(entry: Entry, configuration: Configuration): MergedFile {
  return configuration.merged?.fileOf(entry) ?? configuration;
}

/**
 * Several kubeconfigs as client-go merges those of KUBECONFIG (clientcmd, `ClientConfigLoadingRules`): of
 * each name the first entry wins as a whole, and the first current-context that is not empty.
 */
export class Merged {
  /** In the order of KUBECONFIG, each looking names up in all of them. */
  readonly files: readonly MergedFile[];
  readonly names: Names;
  private readonly currentFile: MergedFile | undefined;
  private readonly owners: ReadonlyMap<Entry, MergedFile>;

  constructor(files: readonly MergedFile[]) {
    this.currentFile = files.find(({ document }) => document.ownCurrentContext !== '');
    const documents = files.map(({ document }) => document);
    this.names = new Names(documents, this.currentFile?.document.ownCurrentContext ?? '');
    this.owners = new Map(files.flatMap((file) => entriesOf(file.document).map((entry) => [entry, file])));
    this.files = files.map((file) => ({ ...file, document: file.document.among(this) }));
  }

  /** The file that an entry stands in. */
  fileOf(entry: Entry): MergedFile | undefined {
    return this.owners.get(entry);
  }

  /** How messages name the file of an entry or of the current context, unless it is `document` itself. */
  otherFileOf(what: Entry | 'current-context', document: Kubeconfig): string | undefined {
    const file = what === 'current-context' ? this.currentFile : this.owners.get(what);
    return file && file.document.fields !== document.fields ? file.displayPath : undefined;
  }
}

function entriesOf(document: Kubeconfig): readonly (ClusterEntry | ContextEntry | UserEntry)[] {
  return [...document.clusters, ...document.contexts, ...document.users];
}
