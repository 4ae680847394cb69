import { maskedArgs, maskPatterns } from '../credential/mask';
import type { UserEntry } from '../document/kubeconfig';

/** An exec block's command and arguments on one line, for display only: secrets masked, nothing quoted. */
export function commandLineOf(user: UserEntry): string {
  const { command = '', args = [] } = user.decoded.value?.user?.exec ?? {};
  return [maskPatterns(command), ...maskedArgs(args)].join(' ').replace(/\s+/g, ' ').trim();
}
