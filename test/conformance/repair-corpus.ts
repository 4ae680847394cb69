import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FixedFile, fixFile, fixTogether } from '../../server/cli/fix-files';
import { cases, loadRoot, refusalIn } from './load-corpus';

const realworld = join(dirname(fileURLToPath(import.meta.url)), 'realworld');

/** A kubeconfig, or several, and whether kubectl takes it as it is. */
export interface Subject {
  readonly id: string;
  readonly files: readonly string[];
  /** Whether several are merged. */
  readonly listed: boolean;
  /** What kubectl 1.33 said of it; `null`: it did not refuse; `undefined`: not recorded. */
  readonly refusal: string | null | undefined;
  /** Whether a request went out. */
  readonly works: boolean;
}

/** The folder that has `load` and `realworld`. */
export const corpusFolders = dirname(realworld);

/** The corpora copied to a folder where they may be changed. */
export function copiedCorpora(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'kubeconfig-exec-repair-')));
  cpSync(loadRoot, join(root, 'load'), { recursive: true });
  cpSync(realworld, join(root, 'realworld'), { recursive: true });
  return root;
}

/** Every kubeconfig of the corpora but for those whose verdict comes from flags, or from what is no file. */
export function subjectsIn(root: string): Subject[] {
  const load = cases.flatMap((each): Subject[] => {
    const names = each.file === undefined ? (each.KUBECONFIG ?? []) : [each.file];
    const files = names.filter(Boolean).map((name) => join(root, 'load', name));
    if (each.args?.length || !files.some(isFile)) return [];
    const { id, works } = each;
    return [{ id, files, listed: each.file === undefined, refusal: refusalIn(each), works: works !== false }];
  });
  return [...load, ...found(join(root, 'realworld'), null), ...found(join(root, 'realworld/rejected'), '')];
}

function found(folder: string, refusal: string | null): Subject[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => {
    const id = name.replace(/\.yaml$/, '');
    return { id, files: [join(folder, name)], listed: false, refusal, works: refusal === null };
  });
}

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What `check --fix` does, for a release of kubectl; writes what has changed. */
export function fixSubject({ files, listed }: Subject, kubernetesVersion: string): FixedFile[] {
  const fixed = listed
    ? fixTogether(files, kubernetesVersion).fixed
    : files.map((path) =>
        fixFile(
          { path, bytes: readFileSync(path), directory: dirname(path) },
          'kubeconfig',
          kubernetesVersion,
        ),
      );
  for (const { path, bytes } of fixed) if (bytes) writeFileSync(path, bytes);
  return fixed;
}

/** How kubectl is given it. */
export function flagsOf({ files, listed }: Subject): { args: string[]; env: Record<string, string> } {
  const list = files.join(delimiter);
  return listed ? { args: [], env: { KUBECONFIG: list } } : { args: ['--kubeconfig', list], env: {} };
}
