import * as z from 'zod/mini';
import { isOf, unwrap } from './field';

/** Any schema, so that only this folder knows the library that it is written with. */
export type Schema = z.ZodMiniType;
/** The schema of a Go struct. */
export type ObjectSchema = z.ZodMiniObject;

/** A schema, inside `optional()` or not, as that of a struct. */
export function asObject(schema: Schema): ObjectSchema | undefined {
  const inner = unwrap(schema);
  return isOf(inner, 'object') ? inner : undefined;
}

/** The schema of the items, if it is that of a list. */
export function elementOf(schema: Schema): Schema | undefined {
  const inner = unwrap(schema);
  return isOf(inner, 'array') ? (inner.def.element as Schema) : undefined;
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
  if (type instanceof z.ZodMiniBoolean) return 'boolean';
  if (type instanceof z.ZodMiniObject) return 'object';
  if (type instanceof z.ZodMiniArray) return `list of ${plural(type.def.element as Schema)}`;
  if (type instanceof z.ZodMiniRecord) return `map of ${plural(type.def.valueType as Schema)}`;
  if (type instanceof z.ZodMiniBase64) return 'base64';
  if (type instanceof z.ZodMiniISODateTime) return 'timestamp (RFC 3339)';
  return type instanceof z.ZodMiniString ? 'string' : 'any value';
}

function plural(schema: Schema): string {
  const name = typeName(schema);
  return name.startsWith('list of') ? name.replace('list', 'lists') : `${name}s`;
}
