import { Kubeconfig } from '../document/kubeconfig';
import { locate } from '../document/locate';
import type { LocatedDocument } from '../document/located-document';
import { describeDecoded } from './decoded';
import { describe } from './hover-describe';
import { paragraphs } from './hover-field';
import { describeName, nameAt as useAt } from './hover-name';
import { nameAt } from './navigation/name-at';

export interface Hover {
  readonly markdown: string;
  /** The key or value that it is about. */
  readonly start: number;
  readonly end: number;
}

/**
 * What the key or value at an offset means, and what a credential says; `null` where there is nothing to say.
 * `now`: milliseconds since the epoch.
 */
export function hover(document: LocatedDocument, offset: number, now?: number): Hover | null {
  const location = locate(document, offset);
  if (!location) return document instanceof Kubeconfig ? aliasHover(document, offset) : null;
  const { start, end } = location;
  const field = describe(document, location);
  const decoded = describeDecoded(document, location.path, now);
  const parts = location.on === 'key' ? [field, decoded] : [decoded, field];
  const markdown = paragraphs(...parts);
  return markdown ? { markdown, start, end } : null;
}

/** On an alias, what the name that it stands for leads to. */
function aliasHover(document: Kubeconfig, offset: number): Hover | null {
  const found = nameAt(document, offset);
  if (!found) return null;
  const { entry, path, name } = found.place;
  const use = useAt([...entry.path, ...path]);
  return use ? { markdown: describeName(document, use, name), ...found.under } : null;
}
