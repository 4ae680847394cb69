import { entriesOf, type LocatedNode } from '../../../server/document/node';
import { parseText } from '../../../server/document/parse';

/** What kubectl reads: JSON, with integers that a double cannot hold as bigint. */
export function plain(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries([...entriesOf(node)].map(([name, pair]) => [name, plain(pair.value)]));
}

/** The value of a text that has no faults. */
export function read(text: string): unknown {
  const { root, faults } = parseText(text);
  if (faults[0]) throw new Error(faults[0].kubectl);
  return root && plain(root);
}

/** kubectl's words for the first fault of a text, without a line number. */
export function faultOf(text: string): string | undefined {
  return parseText(text).faults[0]?.kubectl.replace(/line \d+: /, '');
}
