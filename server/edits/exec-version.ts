import type { UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { nodeAt, pairOf } from '../document/node';
import type { Edit } from './edit';
import { putField } from './put-field';
import { setValue } from './set-value';

const exec = ['user', 'exec'] as const;

/** The only version that has no default for interactiveMode. */
const withoutDefault = 'client.authentication.k8s.io/v1';

/**
 * Makes an exec block speak another version of the API, with the interactiveMode that v1 wants and that v1beta1
 * has anyway. No edits: it has no version that could be replaced.
 */
export function setExecVersion(document: LocatedDocument, user: UserEntry, version: string): Edit[] {
  const block = user.at(...exec);
  if (pairOf(block, 'apiVersion')?.value.kind !== 'scalar') return [];
  const edits = setValue(document, user, [...exec, 'apiVersion'], version);
  const mode = nodeAt(block, 'interactiveMode');
  const given = mode?.kind === 'scalar' && mode.value !== null && mode.value !== '';
  if (edits.length === 0 || version !== withoutDefault || given) return edits;
  const after = { after: 'apiVersion' };
  return [...edits, ...putField(document, user, exec, 'interactiveMode', 'IfAvailable', after)];
}
