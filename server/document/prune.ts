import type { CST } from 'yaml';
import { maxDepth } from './node';

/**
 * Cuts off what is nested too deeply before the `yaml` package's composer, which recurses, gets to see it:
 * a regular expression that is first used with little stack left ends the whole process.
 */
export function* pruned(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === 'document' && token.value) prune(token.value);
    yield token;
  }
}

function prune(root: CST.Token): void {
  const open: [token: CST.Token, depth: number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (depth >= maxDepth) {
        delete item.key;
        delete item.value;
      } else {
        if (item.key) open.push([item.key, depth + 1]);
        if (item.value) open.push([item.value, depth + 1]);
      }
    }
  }
}
