import type { Entry } from '../../document/entry';
import { type NamePlace, namePlaces, resolved, type Scope, wordFor } from './names';

export interface Renamed {
  readonly places: readonly NamePlace[];
  /** Why nothing can be renamed. */
  readonly refusal?: string;
  readonly note?: string;
}

/**
 * What is renamed together. All files, and each of them alone, mean the same afterwards: so an entry that
 * an earlier file hides is renamed with the one that hides it. From a second entry of the same name, which
 * kubectl does not look at, only that one is renamed: nothing refers to it.
 */
export function renamedWith(scope: Scope, place: NamePlace): Renamed {
  const { section, name, role } = place;
  const word = wordFor[section];
  const all = scope.files.flatMap((file) => [...namePlaces(file)].filter((each) => isSame(each, place)));
  if (role === 'definition') {
    const note = reasonToRenameOne(scope, place);
    return note ? { places: [place], note } : { places: all };
  }
  const target = resolved(scope, section, name);
  if (!target) {
    const refusal = `There is no ${word} "${name}" in ${scope.document.scope} to rename. Correct the name here.`;
    return { places: [], refusal };
  }
  const twins = target.file.field(section)?.entries.filter((each) => isNamed(each, name)) ?? [];
  if (twins.length > 1) {
    const refusal = `There are several ${section} "${name}", and kubectl refuses the file. Rename one of them where it is defined first.`;
    return { places: [], refusal };
  }
  return { places: all };
}

function reasonToRenameOne(scope: Scope, { section, name, entry }: NamePlace): string | undefined {
  const word = wordFor[section];
  const own = scope.document.field(section)?.entries ?? [];
  if (own.some((each) => each !== entry && isNamed(each, name))) {
    return `Only this ${word} is renamed. References stay with the other ${word} "${name}" of this file.`;
  }
  const target = resolved(scope, section, name);
  if (!target || target.entry === entry) return undefined;
  const file = scope.document.otherFileOf(target.entry);
  return `Only this ${word} is renamed. References stay with the ${word} "${name}" of ${file ?? 'another file'}, which kubectl uses.`;
}

/** Why a new name is taken: by an entry, or by something that refers to it and would now find this one. */
export function clashWith(scope: Scope, { section }: NamePlace, newName: string): string | undefined {
  const word = wordFor[section];
  const taken = resolved(scope, section, newName);
  for (const file of scope.files) {
    for (const place of namePlaces(file)) {
      if (place.section !== section || place.name !== newName) continue;
      const where = whereIs(scope, place.entry, file);
      if (place.role === 'definition') {
        return `There is already a ${word} "${newName}" in ${where}. Choose another name, or rename that one first.`;
      }
      if (taken) continue;
      const who = place.path.length === 0 ? 'The current-context' : `The context "${nameOf(place.entry)}"`;
      return `${who} in ${where} already refers to a ${word} "${newName}", which does not exist. Correct that first, or choose another name.`;
    }
  }
  return undefined;
}

function whereIs({ document }: Scope, entry: Entry, file: Scope['document']): string {
  if (file.fields === document.fields) return 'this file';
  const other = document.otherFileOf(entry.path.length > 1 ? entry : 'current-context');
  return other ?? 'another file of KUBECONFIG';
}

function isSame(one: NamePlace, other: NamePlace): boolean {
  return one.section === other.section && one.name === other.name;
}

function isNamed(entry: Entry, name: string): boolean {
  return nameOf(entry) === name;
}

function nameOf(entry: Entry): string {
  const node = entry.at('name');
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}
