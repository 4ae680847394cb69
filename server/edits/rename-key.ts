import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from './edit';
import { type Path, slotAt } from './place';
import { scalarText } from './scalar';

/** Gives the key at a path of an entry another name, in the quotes that it has. */
export function renameKey(document: LocatedDocument, entry: Entry, path: Path, newName: string): Edit[] {
  const key = slotAt(document, entry, path)?.key;
  return key ? [replaceKey(document, key.start, key.end, newName)] : [];
}

/** The same for a key at absolute offsets, one of the top level for example. */
export function replaceKey({ text }: LocatedDocument, start: number, end: number, newName: string): Edit {
  const mark = text[start];
  const quote = mark === '"' || mark === "'" ? mark : '';
  return { start, end, newText: scalarText(newName, { flow: true, quote }) };
}
