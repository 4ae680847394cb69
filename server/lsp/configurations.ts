import { resolve } from 'node:path';
import type { Kubeconfig } from '../document/kubeconfig';
import type { Configuration, MergedFile } from '../document/merged';
import type { Environment } from '../environment';
import { listedFiles, readMerged } from '../merged-files';
import { filePath, type OpenDocuments } from './documents';
import type { Session } from './session';

/** Open kubeconfigs as kubectl sees them: one of those in KUBECONFIG is merged with the others. */
export class Configurations {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly environment: Environment,
    private readonly session: Session,
  ) {}

  /** `path`: of the file that the text belongs to, if there is one. */
  of(document: Kubeconfig, path: string): Configuration {
    const files = this.#listed();
    if (!files.some((file) => this.#absolute(file) === path)) {
      return { document, path, displayPath: path };
    }
    const { merged } = readMerged(files, this.environment, (other) => this.documents.kubeconfigAt(other));
    const own = merged.files.find((file) => file.path === path);
    return own ? { ...own, merged } : { document, path, displayPath: path };
  }

  /** The document with the names of all files; the document itself when it is alone. */
  inContext(document: Kubeconfig, uri: string): Kubeconfig {
    const path = filePath(uri);
    return path === undefined ? document : this.of(document, path).document;
  }

  /** The files of KUBECONFIG, also when it is only one. */
  files(): readonly MergedFile[] {
    const open = (path: string) => this.documents.kubeconfigAt(path);
    return readMerged(this.#all(), this.environment, open).merged.files;
  }

  /** Whether what is in a text matters to others. */
  isListed(uri: string): boolean {
    const path = filePath(uri);
    return path !== undefined && this.#listed().some((file) => this.#absolute(file) === path);
  }

  /** Of one file nothing is merged. */
  #listed(): readonly string[] {
    const files = this.#all();
    return files.length > 1 ? files : [];
  }

  /** Without trust no other file is looked at. */
  #all(): readonly string[] {
    const { trusted, kubeconfig } = this.session;
    if (!trusted) return [];
    const { platform, variables } = this.environment;
    return kubeconfig.length > 0 ? kubeconfig : listedFiles(variables['KUBECONFIG'] ?? '', platform);
  }

  #absolute(file: string): string {
    return resolve(this.environment.cwd, file);
  }
}
