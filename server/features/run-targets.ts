import type { ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import { entryAt } from '../document/locate';
import type { RunTarget } from '../protocol';

/** Turns an exec block's command and arguments into one line without secrets. */
export type CommandLineMask = (user: UserEntry) => string;

/**
 * The users with an exec block, each with every context that uses it: first what the cursor is in,
 * then the current context, then the rest in the order of the file.
 */
export function runTargets(document: Kubeconfig, mask: CommandLineMask, offset?: number): RunTarget[] {
  const cursor = offset === undefined ? undefined : entryAt(document, offset);
  const targets = document.users.flatMap((user) => {
    if (!user.decoded.value?.user?.exec) return [];
    const contexts = document.contextsOf(user);
    return (contexts.length > 0 ? contexts : [undefined]).map((context) =>
      target(document, user, context, mask, cursor),
    );
  });
  return targets.toSorted((a, b) => rank(a) - rank(b));
}

function rank(target: RunTarget): number {
  return (target.atCursor ? 0 : 2) + (target.current ? 0 : 1);
}

function target(
  document: Kubeconfig,
  user: UserEntry,
  context: ContextEntry | undefined,
  mask: CommandLineMask,
  cursor: ReturnType<typeof entryAt>,
): RunTarget {
  const cluster = context && document.clusterOf(context);
  return {
    user: user.name,
    context: context?.name ?? null,
    cluster: cluster?.name ?? null,
    commandLine: mask(user),
    current: context !== undefined && context.name === document.currentContext,
    atCursor: cursor !== undefined && (cursor === user || cursor === context || cursor === cluster),
  };
}
