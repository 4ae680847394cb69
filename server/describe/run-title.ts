import type { RunPlan } from '../protocol';
import { overrideWords } from './simulated';

type Planned = Pick<Extract<RunPlan, { kind: 'ready' }>, 'user' | 'context' | 'overrides'>;

/** What goes on, in words that tell runs of the same user from each other. They quote the kubeconfig. */
export function runTitle({ user, context, overrides = {} }: Planned): string {
  const place = context === null ? '' : ` for context "${context}"`;
  const instead = overrideWords(overrides).join(', ');
  return `Running the exec plugin of "${user}"${place}${instead === '' ? '' : ` (${instead})`}`;
}
