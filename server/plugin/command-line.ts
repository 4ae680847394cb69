import { maskPatterns } from '../credential/mask';
import type { UserEntry } from '../document/kubeconfig';
import { execArgs } from './exec-secrets';

/** An exec block's command and arguments on one line, for display only: secrets masked, nothing quoted. */
export function commandLineOf(user: UserEntry): string {
  const { command = '', args = [] } = user.decoded.value?.user?.exec ?? {};
  const shown = execArgs({ command, args }).map((arg) => arg.shown);
  return [maskPatterns(command), ...shown].join(' ').replace(/\s+/g, ' ').trim();
}
