import type { Kubeconfig } from '../../server/document/kubeconfig';
import type { Names } from '../../server/document/names';

/** What is read from a kubeconfig, without what `kubectl config view` adds or leaves out. */
export type Values = unknown;

/** What this project reads. */
export function valuesOf(document: Kubeconfig | Names): Values {
  return bare({
    clusters: byName(document.clusters.map((entry) => entry.decoded.value)),
    users: byName(document.users.map((entry) => entry.decoded.value)),
    contexts: byName(document.contexts.map((entry) => entry.decoded.value)),
    'current-context': document.currentContext,
  });
}

/** What kubectl reads, from the output of `kubectl config view --raw -o json` with `<DIR>` for the folder. */
export function configOf(config: Readonly<Record<string, unknown>>): Values {
  const { clusters, users, contexts, 'current-context': current } = config;
  return bare({ clusters, users, contexts, 'current-context': current });
}

function byName(entries: readonly ({ name?: string | undefined } | undefined)[]) {
  // What is undefined would be sorted to the end.
  const all = entries.map((entry) => entry ?? {});
  return all.toSorted((a, b) => Buffer.compare(Buffer.from(a.name ?? ''), Buffer.from(b.name ?? '')));
}

/** Without unset fields, defaults, and the file's folder. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item) ?? {});
  if (typeof value === 'string') return value.replaceAll('<DIR>/', '') || undefined;
  if (typeof value !== 'object' || value === null) return value || undefined;
  const entries = Object.entries(value)
    .filter(([name, item]) => !(name === 'interactiveMode' && item === 'IfAvailable'))
    .map(([name, item]) => [name, bare(item)] as const)
    .filter(([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
