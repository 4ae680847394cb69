import { maskPatterns } from '../credential/mask';
import type { UserEntry } from '../document/kubeconfig';
import { execArgs } from './exec-secrets';

/** An exec block's command and arguments on one line, for display only: secrets masked, nothing quoted. */
export function commandLineOf(user: UserEntry): string {
  const { command = '', args = [] } = user.decoded.value?.user?.exec ?? {};
  // A whole command line may stand there.
  const [name = '', ...words] = command.trim().split(/\s+/);
  const given = [...execArgs({ command: name, args: words }), ...execArgs({ command, args })];
  const shown = given.map((arg) => arg.shown);
  return [maskPatterns(name), ...shown].join(' ').replace(/\s+/g, ' ').trim();
}
