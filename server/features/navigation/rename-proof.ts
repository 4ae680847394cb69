import type { Entry } from '../../document/entry';
import { Kubeconfig } from '../../document/kubeconfig';
import { type LocatedNode, pairOf } from '../../document/node';
import { applyEdits, type Edit } from '../../edits/edit';
import type { NamePlace } from './names';

type Path = readonly string[];

/**
 * Whether edits change the names at some places to the new one, and nothing else that kubectl reads. A
 * scalar behind an anchor may stand for more than a name.
 */
export function meansTheSame(
  document: Kubeconfig,
  places: readonly NamePlace[],
  edits: readonly Edit[],
  newName: string,
): boolean {
  const edited = new Kubeconfig(applyEdits(document.text, edits), [], document);
  if (edited.faults.length !== document.faults.length) return false;
  if (edited.fields.length !== document.fields.length) return false;
  const paths = new Map<Entry, Path[]>();
  for (const { entry, path } of places) paths.set(entry, [...(paths.get(entry) ?? []), path]);
  return document.fields.every((field, index) => {
    const other = edited.fields[index];
    if (other?.name !== field.name || other.entries.length !== field.entries.length) return false;
    return field.entries.every((entry, at) => {
      // What kubectl does not read may change with an anchor that is in it.
      if (!entry.schema) return true;
      return isSame(entry.node, (other.entries[at] as Entry).node, paths.get(entry) ?? [], newName);
    });
  });
}

/** `renamed`: paths from here to what has the new name. */
function isSame(one: LocatedNode, other: LocatedNode, renamed: readonly Path[], newName: string): boolean {
  if (one === other && renamed.length === 0) return true;
  if (one.kind !== other.kind) return false;
  if (one.kind === 'scalar') {
    return other.kind === 'scalar' && other.value === (renamed.length > 0 ? newName : one.value);
  }
  if (one.kind === 'sequence') {
    if (other.kind !== 'sequence' || other.items.length !== one.items.length) return false;
    return one.items.every((item, index) => isSame(item, other.items[index] ?? item, [], newName));
  }
  if (other.kind !== 'mapping' || other.pairs.length !== one.pairs.length) return false;
  return one.pairs.every((pair, index) => {
    const twin = other.pairs[index];
    if (twin?.name !== pair.name) return false;
    const below = pairOf(one, pair.name) === pair ? renamed.filter(([first]) => first === pair.name) : [];
    return isSame(
      pair.value,
      twin.value,
      below.map((path) => path.slice(1)),
      newName,
    );
  });
}
