import { text } from 'node:stream/consumers';
import type { KnownTree } from './process-guard';
import { ProcessTree } from './process-tree';

/** What a guard does: waits for the end of the process that has started it, and then ends the tree. */
export async function guard(): Promise<void> {
  const { root, rootStart, ownGroup, mark }: KnownTree = JSON.parse(await text(process.stdin));
  const tree = new ProcessTree(root, ownGroup, mark, rootStart);
  await tree.end();
  tree.release();
}
