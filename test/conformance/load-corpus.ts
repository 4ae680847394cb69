import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A kubeconfig, or several, and what kubectl 1.33 made of it. See README.md. */
export interface Case {
  readonly id: string;
  readonly condition: string;
  readonly file?: string;
  /** Instead of `file`: the segments of the variable. */
  readonly KUBECONFIG?: readonly string[];
  readonly args?: readonly string[];
  readonly loads: boolean;
  readonly loadError?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly works: boolean | null;
  readonly useError?: string;
}

/** The folder that the cases' paths count from. */
export const loadRoot = join(dirname(fileURLToPath(import.meta.url)), 'load');

export const cases = JSON.parse(readFileSync(join(loadRoot, 'verdicts.json'), 'utf8')) as readonly Case[];

/** Errors that come after the client is built: running the plugin, prompting, dialling. */
const later =
  /localhost:8080|EOF$|^Unable to connect|^The connection to the server|^Error from server|^error: stat /;

/** What kubectl says before it runs the plugin or dials the server; `null`: nothing. */
export function refusalIn({
  loads,
  loadError,
  works,
  useError,
}: Omit<Case, 'id' | 'condition'>): string | null {
  if (!loads) return loadError ?? '';
  return !works && useError && !later.test(useError) ? useError : null;
}

/** Without what is not to be compared: folders, memory dumps, and the name of a scheme. */
export function normal(text: string | null, directory: string): string | null {
  return (
    text
      ?.replaceAll(directory, '<DIR>')
      .replaceAll(loadRoot, '<ROOT>')
      .replace(/in list: \[.*$/s, 'in list:')
      .replace(/(in scheme ").*(")$/, '$1$2')
      .replace(/unsupported map key of type/i, 'unsupported map key of type')
      .trim() ?? null
  );
}
