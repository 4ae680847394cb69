import type { Kubeconfig } from '../document/kubeconfig';
import type { RunChoices } from '../protocol';
import { execGroup, execVersionsOf, releases } from '../schema';

/** What a run of a user can have instead of what the kubeconfig says. `cwd`: the folder that it would be in. */
export function runChoices(
  document: Kubeconfig,
  { user, context }: { readonly user?: string | undefined; readonly context?: string | undefined },
  cwd: string,
): RunChoices {
  const current = document.context(context ?? document.currentContext);
  const entry = user === undefined ? current && document.userOf(current) : document.user(user);
  const env = entry?.decoded.value?.user?.exec?.env ?? [];
  return {
    contexts: document.namesOf('contexts'),
    clusters: document.namesOf('clusters'),
    envNames: [...new Set(env.flatMap(({ name }) => name || []))],
    apiVersions: execVersionsOf().map((name) => `${execGroup}/${name}`),
    kubernetesVersions: releases(),
    cwd,
  };
}
