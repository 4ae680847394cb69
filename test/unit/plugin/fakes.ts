import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { type Environment, FileError, type FileStat } from '../../../server/environment';
import type { ClusterInfo, ExecBlock, ExecTarget } from '../../../server/plugin/target';

export interface FakeFile {
  readonly content?: string | Uint8Array;
  readonly executable?: boolean;
  readonly kind?: FileStat['kind'];
}

export interface FakeWorld {
  readonly platform?: string;
  readonly cwd?: string;
  readonly variables?: Environment['variables'];
  readonly files?: Readonly<Record<string, FakeFile>>;
}

/** An environment with these files and nothing else. Windows' file names ignore case. */
export function fakeEnvironment({
  platform = 'linux',
  cwd,
  variables = {},
  files = {},
}: FakeWorld = {}): Environment {
  const windows = platform === 'win32';
  const key = (path: string) => (windows ? win32.normalize(path).toLowerCase() : posix.normalize(path));
  const known = new Map(Object.entries(files).map(([path, file]) => [key(path), file]));
  return {
    platform,
    cwd: cwd ?? (windows ? 'C:\\work' : '/here'),
    home: windows ? 'C:\\Users\\jane' : '/home/jane',
    variables,
    now: () => Date.parse('2030-01-01T00:00:00Z'),
    files: {
      read(path, length) {
        const file = known.get(key(path));
        if (!file) throw new FileError(path, 'no such file or directory');
        if (file.kind === 'directory') throw new FileError(path, 'is a directory', 'read');
        return Buffer.from(file.content ?? '').subarray(0, length);
      },
      stat(path) {
        const file = known.get(key(path));
        if (!file) return undefined;
        const { kind = 'file', executable = true, content = '' } = file;
        return { kind, executable: windows || executable, modified: 0, size: Buffer.from(content).length };
      },
      list(path) {
        const { dirname, basename } = windows ? win32 : posix;
        return [...known]
          .filter(([file]) => dirname(file) === key(path))
          .map(([file, { kind = 'file' }]) => ({ name: basename(file), kind }));
      },
    },
    programs: {
      realPath: (path) => (known.has(key(path)) ? key(path) : undefined),
      state: (path) => JSON.stringify(known.get(key(path))),
      fingerprint: async (path) => `sha256:${known.get(key(path))?.content}`,
    },
  };
}

export const v1 = 'client.authentication.k8s.io/v1';

export function execBlock(changes: Partial<ExecBlock> = {}): ExecBlock {
  return {
    command: 'demo-cred',
    args: [],
    env: [],
    apiVersion: v1,
    installHint: '',
    provideClusterInfo: false,
    interactiveMode: 'Never',
    ...changes,
  };
}

export function clusterInfo(changes: Partial<ClusterInfo> = {}): ClusterInfo {
  return {
    server: 'https://127.0.0.1:6443',
    tlsServerName: '',
    insecureSkipTlsVerify: false,
    certificateAuthority: '',
    certificateAuthorityData: '',
    proxyUrl: '',
    disableCompression: false,
    configJson: 'null',
    ...changes,
  };
}

export function targetWith(exec: Partial<ExecBlock> = {}, changes: Partial<ExecTarget> = {}): ExecTarget {
  return {
    kubeconfigPath: '/home/jane/.kube/config',
    user: 'u',
    context: 'x',
    cluster: 'c',
    exec: execBlock(exec),
    clusterInfo: clusterInfo(),
    secrets: [],
    ...changes,
  };
}

/** Runs something whose time shall grow with its input only; what grows faster takes minutes here. */
export function inTime<T>(action: () => T): T {
  const start = performance.now();
  const result = action();
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 8, `took ${seconds} s`);
  return result;
}
