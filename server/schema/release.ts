/** The newest release of Kubernetes whose behaviour is known here, and the one that is judged for by default. */
export const newestKubernetes = '1.36';

/** A release as people and `kubectl version` write it, from the first that knows exec plugins. */
const form = /^v?1\.([1-9]\d)(?:[.+-].*)?$/;

/** Whether a text names a release that can be judged for: `1.29`, `v1.29.3`. */
export function isRelease(text: string): boolean {
  return form.test(text);
}

/** Whether a version of kubectl is of a release such as `1.22`, or newer. `undefined`: the newest known. */
export function isReleaseSince(version: string | undefined, release: string): boolean {
  return minorOf(version) >= minorOf(release);
}

/** `29` for `1.29` and `v1.29.3`; what names no release counts as the newest known. */
export function minorOf(version: string | undefined): number {
  return Number(form.exec(version ?? '')?.[1] ?? newestKubernetes.slice(2));
}

/** Every release that can be done as, the newest first. */
export function releases(): string[] {
  const newest = minorOf(undefined);
  return Array.from({ length: newest - 9 }, (_, index) => `1.${newest - index}`);
}
