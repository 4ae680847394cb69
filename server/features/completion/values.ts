import type { ValuePlace } from '../../document/cursor';
import { asObject, docOf, elementOf, type Schema, typeName } from '../../schema';
import { describeField, describeValue } from '../hover-field';
import type { CompletionItem, Scope } from './item';
import { neededIn, objectTemplate, templateOf, valuesOf } from './templates';

/** A collection with what it needs. */
export function collectionItems(scope: Scope<ValuePlace>, schema: Schema): CompletionItem[] {
  const { place, pen, context } = scope;
  if (place.typed !== '') return [];
  const version = context.kubernetesVersion;
  const element = elementOf(schema);
  const object = asObject(element ?? schema);
  const names = object ? neededIn(object, version) : [];
  if (names.length === 0 || !object) return [];
  const value = element ? [objectTemplate(object, version)] : objectTemplate(object, version);
  const label = `${element && !place.flow ? '- ' : ''}${names.join(', ')}`;
  return [
    {
      label,
      kind: 'block',
      detail: 'what is needed',
      documentation: fieldDocumentation(place, schema),
      sort: '1',
      filter: place.quote + label,
      ...pen.value(place, value),
    },
  ];
}

function fieldDocumentation({ path }: ValuePlace, schema: Schema): string | undefined {
  const doc = docOf(schema);
  return doc && describeField(nameOf(path), schema, doc);
}

/** The values that a field can have, if they are known. */
export function valueItems(scope: Scope<ValuePlace>, schema: Schema): CompletionItem[] {
  const { place, context } = scope;
  const name = nameOf(place.path);
  const type = typeName(schema);
  if (type === 'boolean') return booleans(scope, schema, name);
  if (type.startsWith('timestamp')) return [timestamp(scope, context.now)];
  const doc = docOf(schema);
  return valuesOf(name, schema, context.kubernetesVersion).map((value, index) => ({
    label: value,
    kind: 'value' as const,
    documentation: doc && describeValue(name, value, doc),
    ...textItem(scope, value, `1${index}`),
  }));
}

/** What an item for a text has besides its label. */
export function textItem({ place, pen }: Scope<ValuePlace>, text: string, sort: string) {
  return { sort, filter: place.quote + text, ...pen.value(place, text) };
}

function booleans(
  { place, pen, context }: Scope<ValuePlace>,
  schema: Schema,
  name: string,
): CompletionItem[] {
  const doc = docOf(schema);
  const proposed = String(templateOf(name, schema, context.kubernetesVersion)).includes('true\uE002true');
  return [true, false].map((value) => ({
    label: String(value),
    kind: 'value',
    documentation: doc && describeField(name, schema, doc),
    sort: value === proposed ? '10' : '11',
    filter: place.quote + value,
    ...pen.value(place, value),
  }));
}

const hour = 3_600_000;

function timestamp(scope: Scope<ValuePlace>, now: number): CompletionItem {
  const text = new Date(now + hour).toISOString().replace(/\.\d+/, '');
  return { label: text, kind: 'value', detail: 'in one hour', ...textItem(scope, text, '1') };
}

export function nameOf(path: ValuePlace['path']): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
