import { locate } from '../document/locate';
import type { LocatedDocument } from '../document/located-document';
import { describe } from './hover-describe';

export interface Hover {
  readonly markdown: string;
  /** The key or value that it is about. */
  readonly start: number;
  readonly end: number;
}

/** What the key or value at an offset means; `null` where there is nothing to say. */
export function hover(document: LocatedDocument, offset: number): Hover | null {
  const location = locate(document, offset);
  const markdown = location && describe(document, location);
  return location && markdown ? { markdown, start: location.start, end: location.end } : null;
}
