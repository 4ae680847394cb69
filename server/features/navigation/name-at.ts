import type { Entry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import { entryAt, type Location, locate } from '../../document/locate';
import { nodeAt, pairOf } from '../../document/node';
import { type NamePlace, namesOf } from './names';

export interface NameAt {
  readonly place: NamePlace;
  /** Absolute range of what is under the cursor: the name itself, its key, or an alias. */
  readonly under: { readonly start: number; readonly end: number };
}

/**
 * The name at an offset: on it, on its key, or on the key below which all of its entry stands. `undefined`
 * also for a name that a later key of the same mapping takes the place of.
 */
export function nameAt(document: Kubeconfig, offset: number): NameAt | undefined {
  const location = locate(document, offset);
  if (!location) return behindAlias(document, offset);
  const [section, index] = location.path;
  const field = document.field(String(section));
  const entry = field?.list ? field.entries[Number(index)] : field?.entries[0];
  if (!field || !entry) return undefined;
  const path = location.path.slice(field.list ? 2 : 1);
  // The key of a field that a later one has taken the place of leads to the same path.
  if (nodeAt(entry.node, ...path) !== location.node) return undefined;
  const place = [...namesOf(entry)].find((each) => isFor(each, path, location));
  return place && { place, under: { start: location.start, end: location.end } };
}

function isFor({ path: own, entry }: NamePlace, path: Location['path'], { on }: Location): boolean {
  if (own.length === path.length && own.every((step, index) => step === path[index])) return true;
  // `context:`, `cluster:` and `user:` hold what the name is for.
  return on === 'key' && own[0] === 'name' && path.length === 1 && `${path[0]}s` === entry.section;
}

/** A name whose value is an alias: it stands elsewhere in the tree, but the key is here. */
function behindAlias(document: Kubeconfig, offset: number): NameAt | undefined {
  const entry = entryAt(document, offset);
  for (const place of entry ? namesOf(entry) : []) {
    const under = aliasOf(document, place.entry, place.path);
    if (under && offset >= under.start && offset <= under.end) return { place, under };
  }
  return undefined;
}

function aliasOf(document: Kubeconfig, entry: Entry, path: readonly string[]) {
  const field = document.field(entry.section);
  const pair = pairOf(nodeAt(entry.node, ...path.slice(0, -1)), path.at(-1) ?? '');
  const keyEnd = path.length === 0 ? field?.keyEnd : pair && !pair.merged && entry.base + pair.key.end;
  if (keyEnd === undefined || keyEnd === false) return undefined;
  const [, before, alias] =
    /^(\s*:\s*)(\*[^\s,[\]{}]+)/.exec(document.text.slice(keyEnd, keyEnd + 300)) ?? [];
  if (before === undefined || alias === undefined) return undefined;
  const start = keyEnd + before.length;
  return { start, end: start + alias.length };
}
