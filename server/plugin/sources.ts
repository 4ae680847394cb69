import { type LocatedNode, pairOf } from '../document/node';
import type { ExecInfo, FieldSource } from '../protocol';
import { execExtension } from './exec-extension';
import type { EntryOrigin, Places } from './origin';
import type { ExecTarget } from './target';

/** A kubeconfig that has more is no help to anybody. */
const mostSources = 500;

/**
 * Where the fields of the input, as a report shows it, come from. What a run had instead of them has no source;
 * `undefined`: nothing has.
 */
export function sourcesOf(target: ExecTarget, shown: ExecInfo, places: Places): FieldSource[] | undefined {
  const { origin, overrides = {} } = target;
  if (!origin) return undefined;
  if (overrides.execInfo !== undefined) return [];
  const found = new Found(places);
  const exec = (name: string) => origin.user.entry.at('user', 'exec', name);
  if (overrides.apiVersion === undefined) found.add('/apiVersion', origin.user, exec('apiVersion'));
  if (overrides.interactive === undefined && shown.spec?.interactive !== undefined) {
    found.add('/spec/interactive', origin.user, exec('interactiveMode'));
  }
  const { cluster } = shown.spec ?? {};
  if (cluster && origin.cluster) addCluster(target, cluster, origin.cluster, found);
  return found.sources;
}

function addCluster(
  { clusterInfo }: ExecTarget,
  shown: NonNullable<NonNullable<ExecInfo['spec']>['cluster']>,
  origin: EntryOrigin,
  found: Found,
): void {
  const { entry } = origin;
  found.add('/spec/cluster', origin, entry.at('cluster'));
  // Data that decodes to nothing counts as none.
  const hasData = Buffer.from(clusterInfo?.certificateAuthorityData ?? '', 'base64').length > 0;
  for (const [name, value] of Object.entries(shown)) {
    const isFile = name === 'certificate-authority-data' && !hasData;
    const pointer = `/spec/cluster/${name}`;
    if (name === 'config') found.addAll(pointer, origin, execExtension(entry), value);
    else found.add(pointer, origin, entry.at('cluster', isFile ? 'certificate-authority' : name));
  }
}

class Found {
  readonly sources: FieldSource[] = [];

  constructor(private readonly places: Places) {}

  add(pointer: string, origin: EntryOrigin, node: LocatedNode | undefined): void {
    if (!node || node.end <= node.start || this.sources.length >= mostSources) return;
    const place = this.places.at(origin, node.start);
    if (place) this.sources.push({ pointer, ...place });
  }

  /** Also for all in it. Names that are masked in `shown` have no source. */
  addAll(pointer: string, origin: EntryOrigin, node: LocatedNode | undefined, shown: unknown): void {
    if (this.sources.length >= mostSources) return;
    this.add(pointer, origin, node);
    if (typeof shown !== 'object' || shown === null) return;
    for (const [name, value] of Object.entries(shown)) {
      const inner = node?.kind === 'sequence' ? node.items[Number(name)] : pairOf(node, name)?.value;
      this.addAll(`${pointer}/${escaped(name)}`, origin, inner, value);
    }
  }
}

/** RFC 6901. */
function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}
