import { dirname, join } from 'node:path';
import { type Case, cases, loadRoot, normal, refusalIn } from '../load-corpus';
import { ask, type Kubectl } from './kubectl';
import { inParallel } from './pool';

/** What differs between a recorded case and what this kubectl does now; nothing if they agree. */
export function compareLoad(kubectl: Kubectl): Promise<string[]> {
  return inParallel(cases, (each) => differences(kubectl, each)).then((all) => all.flat());
}

async function differences(kubectl: Kubectl, each: Case): Promise<string[]> {
  const recorded = normal(refusalIn(each), directoryOf(each));
  const { decode, use } = await askAbout(kubectl, each);
  const loads = decode.exit === 0;
  const live = normal(
    refusalIn({ loads, loadError: decode.error, works: use.exit === 0, useError: use.error }),
    directoryOf(each),
  );
  const found = live === recorded ? [] : [`says ${quoted(live)}, recorded is ${quoted(recorded)}`];
  if (loads && each.config && !sameConfig(decode.stdout, each)) found.push('reads other values');
  return found.map(
    (difference) => `${each.id} (${each.condition}): kubectl ${kubectl.version} ${difference}`,
  );
}

async function askAbout(kubectl: Kubectl, each: Case) {
  const cwd = directoryOf(each);
  const list = each.KUBECONFIG?.map((segment) => segment && join(loadRoot, segment)).join(':');
  const env = list === undefined ? {} : { KUBECONFIG: list };
  const file = each.file === undefined ? [] : ['--kubeconfig', join(loadRoot, each.file)];
  const PATH = join(loadRoot, 'cases/bin');
  const flags = [...file, ...(each.args ?? [])];
  const decode = await ask(kubectl, {
    args: ['config', 'view', '--raw', '-o', 'json', ...file],
    cwd,
    env,
    PATH,
  });
  const use = await ask(kubectl, {
    args: ['get', '--raw', '/version', '--request-timeout=5s', ...flags],
    cwd,
    env,
    PATH,
  });
  return { decode, use };
}

function directoryOf({ file, KUBECONFIG }: Case): string {
  return dirname(join(loadRoot, file ?? KUBECONFIG?.find((segment) => segment !== '') ?? '.'));
}

function sameConfig(stdout: string, each: Case): boolean {
  const directory = directoryOf(each);
  const live: unknown = JSON.parse(stdout.replaceAll(directory, '<DIR>').replaceAll(loadRoot, '<ROOT>'));
  const recorded = sorted(withoutEmptyPreferences(each.config));
  return JSON.stringify(sorted(withoutEmptyPreferences(live))) === JSON.stringify(recorded);
}

/** Since 1.34 empty preferences are not written. */
function withoutEmptyPreferences(config: unknown): unknown {
  const { preferences, ...rest } = config as { preferences?: object };
  return preferences && Object.keys(preferences).length > 0 ? config : rest;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, sorted(item)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function quoted(text: string | null): string {
  return text === null ? 'nothing' : JSON.stringify(text);
}
