import * as z from 'zod';
import { docOf, type FieldDoc, unwrap } from './field';

export interface SchemaField {
  /** Keys from the root; `*` stands for any item of a list. */
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly doc: FieldDoc;
}

/** The schema at a path of keys and indices; `undefined` for unknown keys and below free-form values. */
export function schemaAt(root: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = root;
  for (const step of path) {
    if (!at) return undefined;
    at = childOf(unwrap(at), step);
  }
  return at;
}

function childOf(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) {
    return typeof step === 'number' ? (schema.element as z.ZodType) : undefined;
  }
  if (typeof step !== 'string') return undefined;
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, step) ? (schema.shape[step] as z.ZodType) : undefined;
  }
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

/** Every key of every object below `root`, parents before children. */
export function* allFields(root: z.ZodType, path: readonly string[] = []): Generator<SchemaField> {
  const schema = unwrap(root);
  if (schema instanceof z.ZodArray) {
    yield* allFields(schema.element as z.ZodType, [...path, '*']);
  } else if (schema instanceof z.ZodObject) {
    for (const [key, value] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      const doc = docOf(value);
      if (doc) yield { path: [...path, key], schema: value, doc };
      yield* allFields(value, [...path, key]);
    }
  }
}
