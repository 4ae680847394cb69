import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { JudgeTarget } from '../protocol';

/** A kubeconfig whose exec blocks an ExecCredential may be meant for. */
export interface Candidate {
  readonly document: Kubeconfig;
  readonly uri: string;
  /** As it is shown. */
  readonly path: string;
}

/** Every exec block with each context that uses it, first those of the credential's own version. */
export function judgeTargets(
  credential: LocatedDocument,
  candidates: readonly Candidate[],
  mask: (user: UserEntry) => string,
): JudgeTarget[] {
  const own = versionOf(credential);
  const targets = candidates.flatMap((candidate) => targetsIn(candidate, mask));
  return targets.toSorted((a, b) => Number(b.apiVersion === own) - Number(a.apiVersion === own));
}

function targetsIn({ document, uri, path }: Candidate, mask: (user: UserEntry) => string): JudgeTarget[] {
  return document.users.flatMap((user) => {
    const exec = user.decoded.value?.user?.exec;
    if (!exec?.command) return [];
    const contexts = document.contextsOf(user);
    return (contexts.length > 0 ? contexts : [undefined]).map((context) => ({
      kubeconfig: uri,
      path,
      user: user.name,
      context: context?.name ?? null,
      apiVersion: exec.apiVersion ?? '',
      commandLine: mask(user),
    }));
  });
}

function versionOf(credential: LocatedDocument): string | undefined {
  const node = credential.nodeAt('apiVersion');
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** Where the lens of an ExecCredential stands; `undefined` for what kubectl sends to a plugin. */
export function judgePlace(credential: LocatedDocument): { start: number; end: number } | undefined {
  const sent = credential.field('spec') && !credential.field('status');
  const first = credential.fields[0];
  return sent || !first ? undefined : { start: first.keyStart, end: first.keyEnd };
}
