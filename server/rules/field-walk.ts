import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { LocatedNode, MappingNode } from '../document/node';
import { asObject, elementOf, memberOf, type ObjectSchema, type Schema } from '../schema';
import { onKey, type Place } from './rule';

/** A key in a place where the schema says which there are. */
export interface FoundField {
  readonly place: Place;
  readonly name: string;
  /** Keys and indices of the object that it is in, from the document's root. */
  readonly above: readonly (string | number)[];
  /** The object that it is in, and those around it from the inside out. */
  readonly objects: readonly [ObjectSchema, ...ObjectSchema[]];
  /** Absent: the object has no such field. */
  readonly schema: Schema | undefined;
}

/** Every key of a document down to where data becomes free-form. */
export function* fieldsOf(document: LocatedDocument): Generator<FoundField> {
  yield* topFields(document);
  for (const entry of document.entries()) yield* fieldsInEntry(entry, document.schema);
}

/** The keys of the top level. */
export function topFields({ schema: root, fields }: LocatedDocument): FoundField[] {
  return fields.map(({ name, keyStart: start, keyEnd: end }) => {
    return { place: { start, end }, name, above: [], objects: [root], schema: memberOf(root, name) };
  });
}

/** The keys in an entry. `root`: schema of the document. */
export function fieldsInEntry(entry: Entry, root: ObjectSchema): FoundField[] {
  const walk = new Walk(entry);
  if (entry.schema) walk.into(entry.schema, entry.node, entry.path, [root]);
  return walk.found;
}

class Walk {
  readonly found: FoundField[] = [];

  constructor(private readonly entry: Entry) {}

  into(schema: Schema, node: LocatedNode, above: FoundField['above'], around: FoundField['objects']): void {
    if (node.kind === 'scalar') return;
    if (node.kind === 'sequence') {
      const element = elementOf(schema);
      if (!element) return;
      for (const [index, item] of node.items.entries()) this.into(element, item, [...above, index], around);
      return;
    }
    const object = asObject(schema);
    if (object) this.#members(node, above, [object, ...around]);
  }

  #members(node: MappingNode, above: FoundField['above'], objects: FoundField['objects']): void {
    for (const pair of node.pairs) {
      const schema = memberOf(objects[0], pair.name);
      this.found.push({ place: onKey(this.entry, pair), name: pair.name, above, objects, schema });
      if (schema && pair.value.kind !== 'scalar')
        this.into(schema, pair.value, [...above, pair.name], objects);
    }
  }
}
