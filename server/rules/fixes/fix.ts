import { looksLikeToken } from '../../credential/token-shape';
import type { Edit } from '../../edits/edit';
import type { Fix } from '../rule';

/** One fix; none where there are no edits, because it can't be made in this place. */
export function fix(kind: Fix['kind'], title: string, edits: readonly Edit[]): Fix[] {
  return edits.length > 0 ? [{ title: shown(title), edits, kind }] : [];
}

/** A credential that was pasted where a name belongs is not quoted. */
function shown(title: string): string {
  return looksLikeToken(title)
    ? title.replace(/"([^"]*)"/g, (quoted, name: string) => (looksLikeToken(name) ? 'it' : quoted))
    : title;
}
