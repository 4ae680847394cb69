import type { Entry } from '../document/entry';
import { docOf, isReleaseSince, minorOf, schemaAt } from '../schema';
import type { RuleContext } from './rule';

type Judged = Pick<RuleContext, 'kubernetesVersion'>;

/** Whether the kubectl that is judged for is of a release such as `1.22`, or newer. */
export function isSince({ kubernetesVersion }: Judged, release: string): boolean {
  return isReleaseSince(kubernetesVersion, release);
}

/** Whether it reads the value at a path of an entry, and does not skip a field on the way there. */
export function reads(context: Judged, { schema }: Entry, ...path: (string | number)[]): boolean {
  return [...path.keys(), path.length].every((length) => {
    const at = schema && schemaAt(schema, path.slice(0, length));
    const since = at && docOf(at)?.since;
    return !since || isSince(context, since);
  });
}

/** How it is called in messages. */
export function kubectlName({ kubernetesVersion }: Judged): string {
  return `kubectl 1.${minorOf(kubernetesVersion)}`;
}
