import * as z from 'zod';
import { unwrap } from '../schema';
import { paragraphs } from './hover-field';
import { codeSpan } from './markdown';

type Shape = Record<string, z.ZodType>;

/** The hover on a key that the object has no field for. */
export function describeUnknown(key: string, object: z.ZodType, atRoot: boolean): string | undefined {
  const inner = unwrap(object);
  if (!(inner instanceof z.ZodObject)) return undefined;
  const shape = inner.shape as Shape;
  const spelling = spellingOf(key, shape);
  const title = `**Unknown field** ${codeSpan(key)}`;
  if (atRoot && (spelling === 'kind' || spelling === 'apiVersion')) {
    return paragraphs(
      title,
      `Spelled \`${spelling}\`. kubectl reads this one in any case, other programs may not.`,
    );
  }
  const parent = parentOf(key, shape);
  return paragraphs(
    title,
    'kubectl ignores it, without a warning.',
    spelling && `Field names are case-sensitive: write \`${spelling}\`.`,
    parent && `It belongs in \`${parent}\`.`,
  );
}

/** The field that differs in case only, or in `-` and `_`. */
function spellingOf(key: string, shape: Shape): string | undefined {
  const wanted = letters(key);
  return Object.keys(shape).find((name) => letters(name) === wanted);
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The field of this object whose own fields include `key`, for a key that stands one level too high. */
function parentOf(key: string, shape: Shape): string | undefined {
  // Too many things have a name to guess whose it is.
  if (key === 'name') return undefined;
  return Object.keys(shape).find((name) => {
    const child = unwrap(shape[name] as z.ZodType);
    return child instanceof z.ZodObject && Object.hasOwn(child.shape, key);
  });
}
