import type { LocatedDocument } from '../../document/located-document';
import type { Edit } from '../../edits/edit';
import { dashBefore } from '../../edits/items';
import type { Fix } from '../rule';
import { fix } from './fix';

/** A list of mappings where the whole document is to be one: `- apiVersion: v1`, `[{…}]`. */
export function rootFixes({ rootNode, text }: LocatedDocument): Fix[] {
  if (rootNode?.kind !== 'sequence') return [];
  const mappings = rootNode.items.flatMap((item) => (item.kind === 'mapping' ? [item] : []));
  const names = mappings.flatMap(({ pairs }) => pairs.map(({ name }) => name));
  if (names.length === 0 || mappings.length < rootNode.items.length) return [];
  if (new Set(names).size < names.length) return [];
  const edits = rootNode.flow
    ? mappings.length === 1 && text[mappings[0]?.start ?? 0] === '{'
      ? [removed(rootNode.start, mappings[0]?.start ?? 0), removed(mappings[0]?.end ?? 0, rootNode.end)]
      : []
    : mappings.map(({ start }) => {
        const dash = dashBefore(text, start);
        return { start: dash, end: dash + 1, newText: ' ' };
      });
  return fix('repair', 'Write the items as one mapping', edits);
}

function removed(start: number, end: number): Edit {
  return { start, end, newText: '' };
}
