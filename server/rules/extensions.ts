import type { Entry } from '../document/entry';
import { type LocatedNode, nodeAt } from '../document/node';

/** An item of a list of extensions. */
export interface Extension {
  /** Entry that it is part of. */
  readonly entry: Entry;
  readonly node: LocatedNode;
  /** The empty string when it has none, as in kubectl. */
  readonly name: string;
  readonly nameNode: LocatedNode | undefined;
  readonly data: LocatedNode | undefined;
}

export function extensionOf(entry: Entry, node: LocatedNode): Extension {
  const nameNode = nodeAt(node, 'name');
  const text = nameNode?.kind === 'scalar' && typeof nameNode.value === 'string' ? nameNode.value : '';
  return { entry, node, name: text, nameNode, data: nodeAt(node, 'extension') };
}

/** The extensions at a path of an entry. */
export function extensionsAt(entry: Entry, ...path: string[]): Extension[] {
  const list = entry.at(...path);
  return list?.kind === 'sequence' ? list.items.map((item) => extensionOf(entry, item)) : [];
}
