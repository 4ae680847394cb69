import { isReleaseSince } from './release';

/** API group of what kubectl and plugins exchange. */
export const execGroup = 'client.authentication.k8s.io';

export type ExecVersionName = 'v1' | 'v1beta1' | 'v1alpha1';

interface ExecVersion {
  readonly name: ExecVersionName;
  /** The release of Kubernetes that first read it. */
  readonly since: string;
  /** The first that no longer did. */
  readonly removed?: string;
}

/** The newest first. */
const versions: readonly ExecVersion[] = [
  { name: 'v1', since: '1.22' },
  { name: 'v1beta1', since: '1.11' },
  { name: 'v1alpha1', since: '1.10', removed: '1.24' },
];

/** What is known of an `apiVersion` of the group; `undefined` if there never was such a version. */
export function execVersion(apiVersion: string): ExecVersion | undefined {
  return versions.find(({ name }) => apiVersion === `${execGroup}/${name}`);
}

/** The names of the versions that a release of kubectl reads, the newest first. Default: the newest known. */
export function execVersionsOf(kubernetesVersion?: string): ExecVersionName[] {
  return versions
    .filter(({ since, removed }) => {
      const gone = removed !== undefined && isReleaseSince(kubernetesVersion, removed);
      return isReleaseSince(kubernetesVersion, since) && !gone;
    })
    .map(({ name }) => name);
}
