import { Kubeconfig } from '../document/kubeconfig';
import type { Configuration } from '../document/merged';
import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { listedFiles, readMerged } from '../merged-files';
import { readInput } from './read';

/** Which kubeconfig a command is about: a file, or a list of files as in KUBECONFIG. */
export interface Source {
  readonly path: string | undefined;
  readonly list: string | undefined;
}

/** Words on what is wrong with the two; `undefined` if nothing is. */
export function sourceProblem({ path, list }: Source): string | undefined {
  if (path !== undefined && list !== undefined) return 'name a file or --kubeconfig, not both';
  if (path === undefined && list === undefined) return 'no file is named';
  if (list !== undefined && listedFiles(list, process.platform).length === 0)
    return '--kubeconfig names no file';
  return undefined;
}

/** Words instead: the file can't be used. */
export async function configurationOf({ path = '', list }: Source): Promise<Configuration | string> {
  if (list !== undefined) return mergedConfiguration(list);
  try {
    const { document, absolute } = await readInput(path, 'kubeconfig');
    if (!(document instanceof Kubeconfig)) return `${path} is not a kubeconfig`;
    return { document, path: absolute, displayPath: path };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return `cannot read ${path}: ${error.reason}`;
  }
}

function mergedConfiguration(list: string): Configuration | string {
  const { merged } = readMerged(listedFiles(list, process.platform), nodeEnvironment);
  const [first] = merged.files;
  return first ? { ...first, merged } : `none of the files exists: ${list}`;
}
