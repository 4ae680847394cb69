import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from './edit';
import type { Path } from './place';
import { renameKey } from './rename-key';
import type { Value } from './render';
import { setValue } from './set-value';

/** Puts another field into the place of one. No edits: it is not there, or stands elsewhere. */
export function replaceField(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  name: string,
  value: Value,
): Edit[] {
  const key = renameKey(document, entry, path, name);
  const edits = key.length > 0 ? setValue(document, entry, path, value) : [];
  return edits.length > 0 ? [...key, ...edits] : [];
}
