import { looksLikeToken } from '../credential/token-shape';
import { asObject, fieldNames, homeBelow, type Schema, sameLetters } from '../schema';
import { paragraphs } from './hover-field';
import { codeSpan } from './markdown';

/** The hover on a key that the object has no field for. */
export function describeUnknown(key: string, object: Schema, atRoot: boolean): string | undefined {
  const inner = asObject(object);
  if (!inner) return undefined;
  const spelling = sameLetters(key, fieldNames(inner));
  const title = looksLikeToken(key) ? '**Unknown field**' : `**Unknown field** ${codeSpan(key)}`;
  if (atRoot && (spelling === 'kind' || spelling === 'apiVersion')) {
    return paragraphs(
      title,
      `Spelled \`${spelling}\`. kubectl reads this one in any case, other programs may not.`,
    );
  }
  const parent = homeBelow(key, inner);
  return paragraphs(
    title,
    'kubectl ignores it, without a warning.',
    spelling && `Field names are case-sensitive: write \`${spelling}\`.`,
    parent && `It belongs in \`${parent}\`.`,
  );
}
