import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** One kubeconfig with its plugin, and what kubectl 1.33 made of them. See README.md. */
export interface Scenario {
  readonly id: string;
  readonly condition: string;
  /** Path below the scenario's folder. */
  readonly kubeconfig: string;
  /** Whether `<DIR>` in the kubeconfig stands for the scenario's folder. */
  readonly template?: true;
  /** What kubectl's standard input was; absent: /dev/null. */
  readonly stdin?: 'tty' | 'pipe';
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly PATH?: string;
  /** `--request-timeout`, when it is not long enough not to matter. */
  readonly requestTimeout?: string;
  readonly files: Readonly<Record<string, FileContent>>;
  readonly kubectl: Kubectl;
}

type FileContent =
  | string
  | {
      readonly text?: string;
      readonly base64?: string;
      readonly gzip?: string;
      readonly shared?: string;
      readonly link?: string;
      readonly executable?: true;
    };

export interface Kubectl {
  readonly verdict: 'accepted' | 'error' | 'plugin not run';
  /** The last message; several lines of it are in `stderr` only. */
  readonly error?: string;
  readonly stderr?: string;
  /** The header that the server saw. */
  readonly authorization?: string;
  /** Subject of the certificate that the server saw. */
  readonly clientCertificate?: string;
  readonly runs: readonly PluginRun[];
}

/** How the plugin was started. */
export interface PluginRun {
  readonly argv: readonly string[];
  readonly stdin: string;
  readonly cwd: string;
  readonly execInfo: string;
  /** Variables that kubectl itself did not get from the recorder. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Folders that a scenario is run in, all absolute and without symbolic links. */
export interface Place {
  readonly dir: string;
  readonly cwd: string;
  readonly home: string;
  /** Where the plugins note how they were started. */
  readonly log: string;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'run');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

export const scenarios = read('scenarios.json') as readonly Scenario[];
const shared = read('shared.json') as Readonly<Record<string, FileContent>>;

/** A temporary folder for scenarios, laid out as their plugins expect it. */
export function corpusFolder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'kubeconfig-exec-run-')));
  write(join(root, 'lib/record.sh'), { shared: 'record.sh' });
  return root;
}

export function materialise(scenario: Scenario, root: string): Place {
  const { id } = scenario;
  const dir = join(root, 'scenarios', id);
  for (const [name, content] of Object.entries(scenario.files)) write(join(dir, name), content);
  const place = { dir, cwd: join(root, 'cwd', id), home: join(root, 'home', id), log: join(root, 'log', id) };
  for (const path of [place.cwd, place.home, place.log]) mkdirSync(path, { recursive: true });
  return place;
}

function write(path: string, content: FileContent): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'object' && content.link !== undefined) {
    symlinkSync(content.link, path);
    return;
  }
  writeFileSync(path, bytesOf(content));
  if (typeof content === 'object' && content.executable) chmodSync(path, 0o755);
}

export function bytesOf(content: FileContent | undefined): Buffer {
  if (content === undefined) throw new Error('no such file in the corpus');
  if (typeof content === 'string') return Buffer.from(content);
  if (content.shared !== undefined) return bytesOf(shared[content.shared]);
  if (content.gzip !== undefined) return gunzipSync(Buffer.from(content.gzip, 'base64'));
  return content.base64 === undefined
    ? Buffer.from(content.text ?? '')
    : Buffer.from(content.base64, 'base64');
}
