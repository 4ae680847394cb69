import type { KeyPlace, Place, ValuePlace } from '../../document/cursor';
import { asObject, docOf, elementOf, type ObjectSchema, type Schema, schemaAt } from '../../schema';
import { describeField } from '../hover-field';
import type { CompletionItem, Scope, Writing } from './item';
import { neededIn, objectTemplate } from './templates';

/** The keys that an object cannot do without, all at once; for one that has none yet. */
export function neededKeys(scope: Scope<KeyPlace>): CompletionItem[] {
  const { document, place, pen } = scope;
  const schema = schemaAt(document.schema, place.path);
  const object = schema && asObject(schema);
  if (!object || neededIn(object, scope).length < 2) return [];
  return [item(scope, object, '', pen.members(place, objectTemplate(object, scope)))];
}

/** An object or a list with what it needs. */
export function neededValues(scope: Scope<ValuePlace>, schema: Schema): CompletionItem[] {
  const { place, pen } = scope;
  const element = elementOf(schema);
  const object = asObject(element ?? schema);
  if (!object || neededIn(object, scope).length === 0) return [];
  const value = objectTemplate(object, scope);
  return [item(scope, object, element ? '- ' : '', pen.value(place, element ? [value] : value))];
}

function item(scope: Scope<Place>, object: ObjectSchema, dash: string, writing: Writing): CompletionItem {
  const { place, document } = scope;
  const label = dash + neededIn(object, scope).join(', ');
  const schema = schemaAt(document.schema, place.path);
  const doc = schema && docOf(schema);
  const name = String(place.path.findLast((step) => typeof step === 'string') ?? '');
  return {
    label,
    kind: 'block',
    detail: 'required',
    documentation: schema && doc && describeField(name, schema, doc),
    sort: '05',
    filter: place.quote + label,
    ...writing,
  };
}
