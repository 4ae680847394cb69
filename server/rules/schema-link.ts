import type { Entry } from '../document/entry';
import { docOf, schemaAt } from '../schema';

/** The documentation of the field at a path of an entry, or of the nearest one above it. */
export function schemaLink(entry: Entry, path: readonly (string | number)[]): string | undefined {
  if (!entry.schema) return undefined;
  for (let length = path.length; length >= 0; length--) {
    const schema = schemaAt(entry.schema, path.slice(0, length));
    const link = schema && docOf(schema)?.link;
    if (link) return link;
  }
  return undefined;
}
