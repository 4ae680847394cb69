import type { ValuePlace } from '../../document/cursor';
import { docOf, type Schema, typeName } from '../../schema';
import { describeField, describeValue } from '../hover-field';
import type { CompletionItem, Scope } from './item';
import { inOneHour, valuesOf } from './templates';

function fieldDocumentation({ path }: ValuePlace, schema: Schema): string | undefined {
  const doc = docOf(schema);
  return doc && describeField(nameOf(path), schema, doc);
}

/** The values that a field can have, if they are known. */
export function valueItems(scope: Scope<ValuePlace>, schema: Schema): CompletionItem[] {
  const { place, context } = scope;
  const name = nameOf(place.path);
  const type = typeName(schema);
  if (type === 'boolean') return booleans(scope, schema);
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

/** What is written is mostly not the default. */
function booleans({ place, pen }: Scope<ValuePlace>, schema: Schema): CompletionItem[] {
  return [true, false].map((value) => ({
    label: String(value),
    kind: 'value',
    documentation: fieldDocumentation(place, schema),
    sort: value ? '10' : '11',
    filter: place.quote + value,
    ...pen.value(place, value),
  }));
}

function timestamp(scope: Scope<ValuePlace>, now: number): CompletionItem {
  const text = inOneHour(now);
  return { label: text, kind: 'value', detail: 'in one hour', ...textItem(scope, text, '1') };
}

export function nameOf(path: ValuePlace['path']): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
