import type { Entry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import { nameIn } from '../../document/names';

/** What a name leads to, in a few words: a server, a plugin, and the file if it is another one. */
export function clusterNote(document: Kubeconfig, name: string): string | undefined {
  const entry = document.cluster(name);
  return entry && joined(serverOf(entry), fileOf(document, entry));
}

export function userNote(document: Kubeconfig, name: string): string | undefined {
  const entry = document.user(name);
  return entry && joined(commandOf(entry), fileOf(document, entry));
}

export function contextNote(document: Kubeconfig, name: string): string | undefined {
  const entry = document.context(name);
  if (!entry) return undefined;
  const [cluster, user] = [nameIn(entry, 'cluster'), nameIn(entry, 'user')];
  return joined(cluster && `cluster ${cluster}`, user && `user ${user}`, fileOf(document, entry));
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function serverOf(entry: Entry): string | undefined {
  // It may carry a user name and a password.
  return textAt(entry, 'cluster', 'server')?.replace(/\/\/.*@/s, '//');
}

/** Arguments do not belong there, and may be secrets. */
function commandOf(entry: Entry): string | undefined {
  return textAt(entry, 'user', 'exec', 'command')?.replace(/\s+-.*/s, ' …');
}

function fileOf(document: Kubeconfig, entry: Entry): string | undefined {
  return document.otherFileOf(entry);
}

function textAt(entry: Entry, ...path: string[]): string | undefined {
  const found = entry.at(...path);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}
