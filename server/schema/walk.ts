import type * as z from 'zod/mini';
import { docOf, type FieldDoc, isOf, unwrap } from './field';

export interface SchemaField {
  /** Keys from the root; `*` stands for any item of a list. */
  readonly path: readonly string[];
  readonly schema: z.ZodMiniType;
  readonly doc: FieldDoc;
}

/** The schema at a path of keys and indices; `undefined` for unknown keys and below free-form values. */
export function schemaAt(root: z.ZodMiniType, path: readonly (string | number)[]): z.ZodMiniType | undefined {
  let at: z.ZodMiniType | undefined = root;
  for (const step of path) {
    if (!at) return undefined;
    at = childOf(unwrap(at), step);
  }
  return at;
}

function childOf(schema: z.ZodMiniType, step: string | number): z.ZodMiniType | undefined {
  if (isOf(schema, 'array')) {
    return typeof step === 'number' ? (schema.def.element as z.ZodMiniType) : undefined;
  }
  if (typeof step !== 'string') return undefined;
  if (isOf(schema, 'object')) {
    return Object.hasOwn(schema.shape, step) ? (schema.shape[step] as z.ZodMiniType) : undefined;
  }
  return isOf(schema, 'record') ? (schema.def.valueType as z.ZodMiniType) : undefined;
}

/** Every key of every object below `root`, parents before children. */
export function* allFields(root: z.ZodMiniType, path: readonly string[] = []): Generator<SchemaField> {
  const schema = unwrap(root);
  if (isOf(schema, 'array')) {
    yield* allFields(schema.def.element as z.ZodMiniType, [...path, '*']);
  } else if (isOf(schema, 'object')) {
    for (const [key, value] of Object.entries(schema.shape as Record<string, z.ZodMiniType>)) {
      const doc = docOf(value);
      if (doc) yield { path: [...path, key], schema: value, doc };
      yield* allFields(value, [...path, key]);
    }
  }
}
