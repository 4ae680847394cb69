import { isDeepStrictEqual } from 'node:util';
import { Secret } from '../../server/credential/secret';
import { judge } from '../../server/plugin/judge';
import { bytesOf, type Kubectl, type Place, type PluginRun, type Scenario } from './run-corpus';
import type { Ours } from './run-ours';

export type Agreement = 'equal' | 'masked' | 'different';

/** Paths as the corpus writes them, and no scheme name: it is another in each release. */
export function normal(text: string, { dir, cwd, home }: Place): string {
  return text
    .replaceAll(dir, '<DIR>')
    .replaceAll(cwd, '<CWD>')
    .replaceAll(home, '<HOME>')
    .replace(/ in scheme "[^"]*"/, ' in scheme')
    .trimEnd();
}

/** All of kubectl's message. What the plugin wrote stands before it on stderr. */
export function expectedMessage({ verdict, error = '', stderr = '' }: Kubectl): string | null {
  if (verdict !== 'error') return null;
  const at = stderr.indexOf(error);
  return at === -1 ? error : stderr.slice(at);
}

/** What the plugin wrote on stderr; `null` where kubectl's own log is in between. */
export function expectedStderr({ error, stderr = '' }: Kubectl): string | null {
  if (stderr.includes('<KLOG>')) return null;
  return error === undefined ? stderr : stderr.slice(0, Math.max(0, stderr.indexOf(error)));
}

/** A masked part stands for whatever kubectl quotes there. */
export function compared(ours: string | null, kubectl: string | null, place: Place): Agreement {
  const [mine, theirs] = [ours, kubectl].map((text) => (text === null ? null : normal(text, place)));
  if (mine === theirs) return 'equal';
  if (!mine?.includes('[redacted]') || theirs === null || theirs === undefined) return 'different';
  const pattern = mine.split('[redacted]').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^]+?')}$`).test(theirs) ? 'masked' : 'different';
}

/** The first start of the plugin; `undefined` where kubectl did not start it. */
export function expectedRun({ kubectl }: Scenario): PluginRun | undefined {
  const [run] = kubectl.runs;
  if (!run) return undefined;
  const { KUBERNETES_EXEC_INFO: _, ...env } = run.env ?? {};
  return { ...run, env };
}

export function sameStart(ours: Ours, expected: PluginRun, place: Place): boolean {
  const [run, ...more] = ours.runs;
  if (!run || more.length > 0) return false;
  return isDeepStrictEqual(
    { ...run, cwd: normal(run.cwd, place), execInfo: '' },
    { ...expected, execInfo: '' },
  );
}

/** Whether the server saw what this project reads from the plugin's output. */
export function sameCredential({ kubectl, files }: Scenario, ours: Ours, apiVersion: string): boolean {
  const subject = ours.report?.credential?.certificate?.subject.replaceAll(', ', ',');
  if (kubectl.clientCertificate !== undefined && kubectl.clientCertificate !== subject) return false;
  if (kubectl.authorization === undefined) return true;
  if (!printsFile(files)) {
    return ours.report?.credential?.token?.length === kubectl.authorization.slice('Bearer '.length).length;
  }
  const { status } = judge(bytesOf(files['stdout']), apiVersion);
  // HTTP drops blanks at the end of a header.
  return status !== null && `Bearer ${Secret.reveal(status.token)}`.trimEnd() === kubectl.authorization;
}

function printsFile(files: Scenario['files']): boolean {
  return bytesOf(files['plugin.sh']).includes('cat "$here/stdout"');
}
