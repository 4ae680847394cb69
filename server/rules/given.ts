import type { Entry } from '../document/entry';
import type { Kubeconfig } from '../document/kubeconfig';

/** Whether a value is there but of a wrong type: it is reported as such, and not as missing. */
export function isMistyped(entry: Entry, ...path: (string | number)[]): boolean {
  return entry.decoded.faults.some(
    (fault) => fault.path.length <= path.length && fault.path.every((step, index) => step === path[index]),
  );
}

/** Whether a section is no list, so that no name can be said to be missing in it. */
export function isNoList(document: Kubeconfig, section: 'clusters' | 'users'): boolean {
  const entry = document.entry(section);
  return entry !== undefined && isMistyped(entry);
}
