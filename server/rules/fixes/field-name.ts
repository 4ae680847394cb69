import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, pairOf } from '../../document/node';
import type { Edit } from '../../edits/edit';
import { removeField } from '../../edits/remove-field';
import { replaceKey } from '../../edits/rename-key';
import { removeTopLevel } from '../../edits/top-level';
import type { FoundField } from '../field-walk';
import type { Fix } from '../rule';
import { fix } from './fix';
import { moveFields } from './move-field';

type Path = readonly (string | number)[];

/** Gives an unknown field the name that is meant, unless there is one of this name. */
export function renameFixes(document: LocatedDocument, field: FoundField, meant: string): Fix[] {
  const { place, above, name } = field;
  const taken = above.length === 0 ? document.field(meant) : pairOf(nodeOf(document, field), meant);
  if (taken) return removeFixes(document, field);
  const base = place.entry?.base ?? 0;
  const edits = [replaceKey(document, base + place.start, base + place.end, meant)];
  return [...fix('repair', `Rename "${name}" to "${meant}"`, edits), ...removeFixes(document, field)];
}

/** Moves it into a mapping beside it, with `others` that belong there. */
export function moveInsideFixes(
  document: LocatedDocument,
  field: FoundField,
  below: string,
  others: readonly string[] = [],
): Fix[] {
  const { place, name } = field;
  const path = pathInEntry(field);
  const names = others.length > 1 ? others : [name];
  const what = names.length > 1 ? `${names.length} fields` : `"${name}"`;
  const edits = place.entry ? moveFields(document, place.entry, path, names, [...path, below]) : [];
  return [...fix('repair', `Move ${what} into "${below}"`, edits), ...removeFixes(document, field)];
}

/** Moves it out of so many mappings. */
export function moveOutsideFixes(document: LocatedDocument, field: FoundField, levels: number): Fix[] {
  const { place, name } = field;
  const path = pathInEntry(field);
  const target = outside(path, levels);
  const edits = place.entry && target ? moveFields(document, place.entry, path, [name], target) : [];
  return [...fix('repair', `Move "${name}" further out`, edits), ...removeFixes(document, field)];
}

export function removeFixes(document: LocatedDocument, field: FoundField): Fix[] {
  const { place, above, name } = field;
  const top = above.length === 0 ? document.field(name) : undefined;
  const removed = top ? removeTopLevel(document, top) : fieldOf(document, field, place.entry, name);
  return fix('choice', `Remove "${name}"`, removed);
}

function fieldOf(
  document: LocatedDocument,
  field: FoundField,
  entry: FoundField['place']['entry'],
  name: string,
): Edit[] {
  return entry ? removeField(document, entry, [...pathInEntry(field), name]) : [];
}

/** No-break spaces look like an indentation and are a part of the name. */
export function spaceFixes({ text }: LocatedDocument): Fix[] {
  const found = [...text.matchAll(/^[ \t]*(?:- *)*[ ]*\u00a0[ \u00a0]*/gm)];
  const edits = found.map(({ index, 0: indentation }) => ({
    start: index,
    end: index + indentation.length,
    newText: indentation.replaceAll('\u00a0', ' '),
  }));
  return fix('repair', 'Replace the no-break spaces', edits);
}

function nodeOf(document: LocatedDocument, { above }: FoundField): LocatedNode | undefined {
  return document.nodeAt(...above);
}

function pathInEntry({ place, above }: FoundField): Path {
  return above.slice(place.entry?.path.length ?? 0);
}

function outside(path: Path, levels: number): Path | undefined {
  let at = path;
  for (let level = 0; level < levels; level++) {
    if (at.length === 0) return undefined;
    at = typeof at.at(-1) === 'number' ? at.slice(0, -2) : at.slice(0, -1);
  }
  return at;
}
