import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { excessiveAliasing } from '../../../server/document/aliasing';
import type { LocatedNode, SequenceNode } from '../../../server/document/node';
import { parseText, parseTopLevel } from '../../../server/document/parse';

/** Lists of ten, each the list before ten times; counts how often one is looked into. */
function bomb(levels: number): { root: LocatedNode; looks: () => number } {
  let looks = 0;
  let node: LocatedNode = { kind: 'scalar', start: 0, end: 1, value: 'x', source: 'x', style: 'plain' };
  for (let level = 0; level < levels; level++) {
    const items: LocatedNode[] = Array.from({ length: 10 }, () => node);
    const list: SequenceNode = {
      kind: 'sequence',
      start: 0,
      end: 1,
      flow: true,
      get items() {
        looks++;
        return items;
      },
    };
    node = list;
  }
  return { root: node, looks: () => looks };
}

describe('a bomb of aliases', () => {
  test('is given up early', () => {
    const { root, looks } = bomb(30);
    assert.equal(excessiveAliasing([root]), true);
    assert.ok(looks() < 10_000, `${looks()} looks`);
  });

  const levels = Array.from({ length: 30 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x]'
      : `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  );

  test('is refused in kubectl’s words, at its first alias', () => {
    const text = levels.join('\n');
    const { root, faults } = parseText(text);
    assert.equal(root, null);
    const fault = faults.at(-1);
    assert.equal(fault?.kubectl, 'yaml: document contains excessive aliasing');
    assert.equal(fault && text.slice(fault.start, fault.end), '*a0');
    assert.equal(parseTopLevel(text).topLevel.kind, 'empty');
  });
});

test('aliases in moderation', () => {
  const users = Array.from({ length: 2000 }, (_, index) => `- {name: u${index}, user: *u}`);
  const { topLevel, faults } = parseTopLevel(`x: &u {exec: {command: tool}}\nusers:\n${users.join('\n')}`);
  assert.deepEqual(faults, []);
  assert.equal(topLevel.kind, 'fields');
});
