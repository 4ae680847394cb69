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
export function* fieldsInEntry(entry: Entry, root: ObjectSchema): Generator<FoundField> {
  if (entry.schema) yield* fieldsIn(entry, entry.schema, entry.node, entry.path, [root]);
}

function* fieldsIn(
  entry: Entry,
  schema: Schema,
  node: LocatedNode,
  above: FoundField['above'],
  around: FoundField['objects'],
): Generator<FoundField> {
  const element = elementOf(schema);
  if (element && node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      yield* fieldsIn(entry, element, item, [...above, index], around);
    }
  }
  const object = asObject(schema);
  if (object && node.kind === 'mapping') yield* members(entry, node, above, [object, ...around]);
}

function* members(
  entry: Entry,
  node: MappingNode,
  above: FoundField['above'],
  objects: FoundField['objects'],
): Generator<FoundField> {
  for (const pair of node.pairs) {
    const schema = memberOf(objects[0], pair.name);
    yield { place: onKey(entry, pair), name: pair.name, above, objects, schema };
    if (schema) yield* fieldsIn(entry, schema, pair.value, [...above, pair.name], objects);
  }
}
