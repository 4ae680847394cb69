import type { Entry } from '../../document/entry';
import type { Field, LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import { asObject, docOf, elementOf, type Schema, schemaAt } from '../../schema';
import { type Token, tokenOf } from './token';

/** Fields that Kubernetes would rather see gone, by the name of the field that they stand in or at the top level. */
const deprecated: Readonly<Record<string, readonly string[]>> = {
  '': ['preferences'],
  user: ['auth-provider'],
};

/** The key of a top-level field, if it is deprecated. */
export function* keyToken({ kind }: LocatedDocument, field: Field): Generator<Token> {
  if (kind !== 'kubeconfig' || !deprecated['']?.includes(field.name)) return;
  yield { start: field.keyStart, end: field.keyEnd, type: 'property', modifiers: ['deprecated'] };
}

/** What is secret or deprecated in an entry, as the schema says. */
export function* fieldTokens(document: LocatedDocument, entry: Entry): Generator<Token> {
  if (entry.schema) yield* below(document, entry, entry.node, entry.schema, '');
}

function* below(
  document: LocatedDocument,
  entry: Entry,
  node: LocatedNode,
  schema: Schema,
  key: string,
): Generator<Token> {
  if (docOf(schema)?.sensitive) {
    yield* secrets(document, entry, node);
    return;
  }
  if (node.kind === 'sequence') {
    const element = elementOf(schema);
    if (element) for (const item of node.items) yield* below(document, entry, item, element, key);
  }
  if (node.kind !== 'mapping' || !asObject(schema)) return;
  for (const { name, key: at, value, merged } of node.pairs) {
    const member = schemaAt(schema, [name]);
    if (!member) continue;
    if (!merged && (docOf(member)?.until || (key !== '' && deprecated[key]?.includes(name)))) {
      const span = { start: entry.base + at.start, end: entry.base + at.end };
      yield { ...span, type: 'property', modifiers: ['deprecated'] };
    }
    yield* below(document, entry, value, member, name);
  }
}

/** Every value below a field that holds a credential. */
function* secrets(document: LocatedDocument, entry: Entry, node: LocatedNode): Generator<Token> {
  if (node.kind === 'sequence') for (const item of node.items) yield* secrets(document, entry, item);
  else if (node.kind === 'mapping')
    for (const { value } of node.pairs) yield* secrets(document, entry, value);
  else if (node.style !== 'missing') yield tokenOf(document, entry, node, 'string', ['secret']);
}
