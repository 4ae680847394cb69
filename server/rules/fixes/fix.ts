import type { Edit } from '../../edits/edit';
import type { Fix } from '../rule';

/** One fix; none where there are no edits, because it can't be made in this place. */
export function fix(kind: Fix['kind'], title: string, edits: readonly Edit[]): Fix[] {
  return edits.length > 0 ? [{ title, edits, kind }] : [];
}
