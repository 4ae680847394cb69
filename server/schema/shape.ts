import * as z from 'zod';
import { unwrap } from './field';

/** Any schema, so that only this folder knows the library that it is written with. */
export type Schema = z.ZodType;
/** The schema of a Go struct. */
export type ObjectSchema = z.ZodObject;

/** A schema, inside `optional()` or not, as that of a struct. */
export function asObject(schema: Schema): ObjectSchema | undefined {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? inner : undefined;
}

/** The schema of the items, if it is that of a list. */
export function elementOf(schema: Schema): Schema | undefined {
  const inner = unwrap(schema);
  return inner instanceof z.ZodArray ? (inner.element as Schema) : undefined;
}

export function memberOf(object: ObjectSchema, name: string): Schema | undefined {
  return Object.hasOwn(object.shape, name) ? (object.shape[name] as Schema) : undefined;
}

export function fieldNames(object: ObjectSchema): string[] {
  return Object.keys(object.shape);
}

/** What a person calls the type: `string`, `list of objects`, … */
export function typeName(schema: Schema): string {
  const type = unwrap(schema);
  if (type instanceof z.ZodBoolean) return 'boolean';
  if (type instanceof z.ZodObject) return 'object';
  if (type instanceof z.ZodArray) return `list of ${plural(type.element as Schema)}`;
  if (type instanceof z.ZodRecord) return `map of ${plural(type.valueType as Schema)}`;
  if (type instanceof z.ZodBase64) return 'base64';
  if (type instanceof z.ZodISODateTime) return 'timestamp (RFC 3339)';
  return type instanceof z.ZodString ? 'string' : 'any value';
}

function plural(schema: Schema): string {
  const name = typeName(schema);
  return name.startsWith('list of') ? name.replace('list', 'lists') : `${name}s`;
}
