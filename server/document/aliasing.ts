import { type LocatedNode, maxDepth } from './node';

/** Above this many decoded nodes go-yaml tolerates ever fewer of them coming from aliases. */
const lowRange = 400_000;
const highRange = 4_000_000;

/**
 * Whether go-yaml would call the text's use of aliases excessive (decode.go, `allowedAliasRatio`), or
 * aliases put too many levels upon each other. Built trees share the node of an anchor, so a node
 * reached twice was reached through an alias.
 */
export function excessiveAliasing(roots: readonly LocatedNode[]): boolean {
  const seen = new Set<LocatedNode>();
  let decoded = 0;
  let aliased = 0;
  const stack: [LocatedNode, boolean, number][] = roots.map((root) => [root, false, 0]);
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, behindAlias, depth] = top;
    const viaAlias = behindAlias || seen.has(node);
    seen.add(node);
    decoded++;
    if (viaAlias) aliased++;
    if (aliased > 100 && decoded > 1000 && aliased / decoded > allowedRatio(decoded)) return true;
    if (depth > 2 * maxDepth) return true;
    if (node.kind === 'sequence') for (const item of node.items) stack.push([item, viaAlias, depth + 1]);
    if (node.kind === 'mapping') for (const pair of node.pairs) stack.push([pair.value, viaAlias, depth + 1]);
  }
  return false;
}

function allowedRatio(decoded: number): number {
  if (decoded <= lowRange) return 0.99;
  if (decoded >= highRange) return 0.1;
  return 0.99 - 0.89 * ((decoded - lowRange) / (highRange - lowRange));
}
