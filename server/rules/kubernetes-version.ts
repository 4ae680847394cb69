import type { RuleContext } from './rule';

/** The newest release whose behaviour is known here. */
export const newestKubernetes = '1.36';

/** Whether the kubectl that is judged for is of a release such as `1.22`, or newer. */
export function isSince(context: RuleContext, release: string): boolean {
  return minorOf(context.kubernetesVersion) >= minorOf(release);
}

/** How the judged kubectl is called in messages. */
export function kubectlName(context: RuleContext): string {
  return `kubectl 1.${minorOf(context.kubernetesVersion)}`;
}

/** Of `1.27`, `v1.27.3`, …; anything else counts as the newest. */
function minorOf(version: string | undefined): number {
  return Number(/^v?1\.(\d+)/.exec(version ?? '')?.[1] ?? newestKubernetes.slice(2));
}
