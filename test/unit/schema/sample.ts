import * as z from 'zod/mini';
import { unwrap } from '../../../server/schema';

/** A value with every field of a schema. `override` may answer for a path such as `users.*.name`. */
export function sampleOf(
  schema: z.ZodMiniType,
  override: (path: string) => unknown = () => undefined,
  path: readonly string[] = [],
): unknown {
  const given = override(path.join('.'));
  if (given !== undefined) return given;
  const type = unwrap(schema);
  if (type instanceof z.ZodMiniObject) {
    const entries = Object.entries(type.shape as Record<string, z.ZodMiniType>);
    return Object.fromEntries(
      entries.map(([key, value]) => [key, sampleOf(value, override, [...path, key])]),
    );
  }
  if (type instanceof z.ZodMiniArray)
    return [sampleOf(type.def.element as z.ZodMiniType, override, [...path, '*'])];
  if (type instanceof z.ZodMiniRecord) return { key: sampleOf(type.def.valueType as z.ZodMiniType) };
  if (type instanceof z.ZodMiniBoolean) return true;
  if (type instanceof z.ZodMiniBase64) return 'c2FtcGxl';
  if (type instanceof z.ZodMiniISODateTime) return '2030-01-31T18:00:00Z';
  return type instanceof z.ZodMiniString ? 'sample' : { data: 'sample' };
}

/** A text, and where in it each key and each scalar value begins, by path such as `users.0.name`. */
export interface Written {
  readonly text: string;
  readonly keys: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, number>;
}

export function write(value: unknown, format: 'yaml' | 'json'): Written {
  const keys = new Map<string, number>();
  const values = new Map<string, number>();
  let text = '';

  const put = (node: unknown, path: readonly (string | number)[], indent: string): void => {
    if (typeof node !== 'object' || node === null) {
      values.set(path.join('.'), text.length + (typeof node === 'string' ? 1 : 0));
      text += JSON.stringify(node);
      return;
    }
    const list = Array.isArray(node);
    if (format === 'json') text += list ? '[' : '{';
    for (const [index, [name, child]] of Object.entries(node).entries()) {
      if (format === 'json' && index > 0) text += ',';
      text += `\n${indent}`;
      const here = [...path, list ? index : name];
      if (list) text += format === 'yaml' ? '-' : '';
      else {
        keys.set(here.join('.'), text.length + (format === 'json' ? 1 : 0));
        text += format === 'json' ? `${JSON.stringify(name)}:` : `${name}:`;
      }
      text += ' ';
      put(child, here, `${indent}  `);
    }
    if (format === 'json') text += list ? ']' : '}';
  };

  put(value, [], '');
  return { text, keys, values };
}
