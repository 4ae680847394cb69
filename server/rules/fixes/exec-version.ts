import { pluginOf } from '../../catalog';
import { execApiVersion } from '../../catalog/known-plugin';
import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { misspeltFixes } from './misspelt';

const exec = ['user', 'exec'] as const;
const path = [...exec, 'apiVersion'] as const;

/** `versions`: those that kubectl reads, the newest first. */
export function missingVersionFixes(
  document: LocatedDocument,
  user: UserEntry,
  versions: readonly string[],
): Fix[] {
  const misspelt = misspeltFixes(document, user, exec, 'apiVersion');
  if (misspelt.length > 0) return misspelt;
  const there = pairOf(user.at(...exec), 'apiVersion');
  const write = (version: string) =>
    there
      ? setValue(document, user, path, version)
      : addField(document, user, exec, 'apiVersion', version, firstKey(user));
  return ordered(versions, versionOfPlugin(user, versions) ?? usual(versions)).flatMap((version, index) =>
    fix(index === 0 ? 'repair' : 'choice', `Add "apiVersion: ${version}"`, write(version)),
  );
}

/** Replaces a version that kubectl does not read by the nearest one, or by what the plugin is known to answer. */
export function unsupportedVersionFixes(
  document: LocatedDocument,
  user: UserEntry,
  versions: readonly string[],
): Fix[] {
  const written = user.decoded.value?.user?.exec?.apiVersion ?? '';
  const nearest = versionOfPlugin(user, versions, written) ?? nearestVersion(written, versions);
  return ordered(versions, nearest).flatMap((version, index) =>
    fix(index === 0 ? 'repair' : 'choice', `Write "${version}"`, setValue(document, user, path, version)),
  );
}

function ordered(versions: readonly string[], first: string | undefined): readonly string[] {
  return versions.toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** Nearly all plugins answer in it. */
function usual(versions: readonly string[]): string | undefined {
  return versions.find((version) => version.endsWith('/v1beta1')) ?? versions[0];
}

/** `v1` in whatever is written around it; else the usual version. */
function nearestVersion(written: string, versions: readonly string[]): string | undefined {
  const plainly = /(?:^|\W)v?1(?:\.0)?\W*$/i.test(written);
  return (plainly ? versions.find((version) => version.endsWith('/v1')) : undefined) ?? usual(versions);
}

/** What the catalog knows of the plugin, unless it answers in what is written, too. */
function versionOfPlugin(user: UserEntry, versions: readonly string[], written = ''): string | undefined {
  const { command = '', args = [], env = [] } = user.decoded.value?.user?.exec ?? {};
  const named = env.map(({ name = '' }) => ({ name }));
  const plugin = command ? pluginOf({ command, args, env: named })?.plugin : undefined;
  const answers =
    plugin?.answers.versions.map(execApiVersion).filter((each) => versions.includes(each)) ?? [];
  const nearest = nearestVersion(written, answers);
  return answers.length > 0 ? (nearest ?? answers[0]) : undefined;
}

function firstKey(user: UserEntry): { before?: string } {
  const node = user.at(...exec);
  const first = node?.kind === 'mapping' ? node.pairs.find(({ merged }) => !merged) : undefined;
  return first ? { before: first.name } : {};
}
