import { expanded } from '../../command/expand';
import { commandWords } from '../../command/words';
import type { Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { moveToArgs } from '../../edits/move-to-args';
import { setValue } from '../../edits/set-value';
import type { Fix, RuleContext } from '../rule';
import { fix } from './fix';

const path = ['user', 'exec', 'command'] as const;

/** What a shell would put there, on this machine; elsewhere that may be something else. */
export function expandFixes(
  document: Kubeconfig,
  user: UserEntry,
  found: string,
  { environment }: RuleContext,
): Fix[] {
  const command = user.decoded.value?.user?.exec?.command ?? '';
  const whole = environment && expanded(command, environment);
  if (!environment || whole === undefined) return [];
  const stat = environment.files.stat(whole);
  const kind = stat?.kind === 'file' && stat.executable ? 'repair' : 'choice';
  return fix(kind, `Expand "${found}"`, setValue(document, user, path, whole));
}

/** The program stays, its arguments move to `args`. */
export function splitFixes(document: Kubeconfig, user: UserEntry): Fix[] {
  const words = commandWords(user.decoded.value?.user?.exec?.command ?? '');
  const edits = words ? moveToArgs(document, user, words) : [];
  return fix('repair', 'Move the arguments to "args"', edits);
}
