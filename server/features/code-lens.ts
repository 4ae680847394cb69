import type { Kubeconfig } from '../document/kubeconfig';
import { pairOf } from '../document/node';

export interface RunLens {
  readonly user: string;
  /** Absolute range of the `exec` key, or of the whole block. */
  readonly start: number;
  readonly end: number;
}

/** A place to run the plugin from, on every exec block. */
export function runLenses(document: Kubeconfig): RunLens[] {
  return blocks(document).map(({ user, base, key }) => ({
    user,
    start: base + key.start,
    end: base + key.end,
  }));
}

/** The exec blocks as a whole, from the key to the end of the value. */
export function execBlocks(document: Kubeconfig): RunLens[] {
  return blocks(document).map(({ user, base, key, value }) => ({
    user,
    start: base + key.start,
    end: base + value.end,
  }));
}

function blocks(document: Kubeconfig) {
  return document.users.flatMap((user) => {
    const exec = pairOf(user.at('user'), 'exec');
    if (!exec || !user.decoded.value?.user?.exec) return [];
    return [{ user: user.name, base: user.base, key: exec.key, value: exec.value }];
  });
}
