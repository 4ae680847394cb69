import type { Kubeconfig } from '../document/kubeconfig';
import { pairOf } from '../document/node';

export interface RunLens {
  readonly user: string;
  /** Absolute range of the `exec` key. */
  readonly start: number;
  readonly end: number;
}

/** A place to run the plugin from, on every exec block. */
export function runLenses(document: Kubeconfig): RunLens[] {
  return document.users.flatMap((user) => {
    const exec = pairOf(user.at('user'), 'exec');
    if (!exec || !user.decoded.value?.user?.exec) return [];
    return [{ user: user.name, start: user.base + exec.key.start, end: user.base + exec.key.end }];
  });
}
