import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../../server/document/entry';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { applyEdits, areApart, type Edit } from '../../../server/edits/edit';
import { putItems } from '../../../server/edits/put-items';
import { removeItems } from '../../../server/edits/remove-items';
import { removeFields } from '../../../server/edits/remove-pairs';
import { at, dataOf, pathsOf, readableKubeconfigs } from './corpus';

type Path = readonly (string | number)[];

interface Change {
  readonly edits: readonly Edit[];
  /** The same in plain data. */
  readonly value: unknown;
}

/** Makes changes at every path of every third readable kubeconfig, and compares with the same change of plain data. */
function everywhere(
  changes: (document: Kubeconfig, entry: Entry, rest: Path, value: unknown) => Iterable<Change>,
): number {
  let made = 0;
  for (const [turn, { name, text }] of readableKubeconfigs().entries()) {
    if (turn % 3 > 0) continue;
    const document = new Kubeconfig(text);
    const data = dataOf(document);
    for (const { path, value } of pathsOf(data)) {
      const field = document.field(String(path[0]));
      const entry = field?.list ? field.entries[Number(path[1])] : field?.entries[0];
      if (!field || !entry || path.length < entry.path.length) continue;
      for (const change of changes(document, entry, path.slice(entry.path.length), value)) {
        if (change.edits.length === 0) continue;
        assert.ok(areApart(change.edits), `${name} ${path.join('.')}`);
        const expected = structuredClone(data);
        (at(expected, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1) ?? ''] =
          change.value;
        const after = applyEdits(text, change.edits);
        const read = new Kubeconfig(after);
        const right = read.faults.length === 0 && isDeepStrictEqual(dataOf(read), expected);
        assert.ok(right, `${name} ${path.join('.')}\n${JSON.stringify(change.value)}\n${after}`);
        made++;
      }
    }
  }
  return made;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('on kubeconfigs of the corpora', () => {
  test('some keys of a mapping are removed', () => {
    const made = everywhere(function* (document, entry, rest, value) {
      const names = isMapping(value) ? Object.keys(value) : [];
      // Not all of the ways for a long one.
      for (let mask = 1; mask < 2 ** Math.min(names.length, 5) - 1; mask += names.length > 3 ? 3 : 1) {
        const going = names.filter((_, index) => mask & (1 << index));
        const left = Object.entries(value as object).filter(([name]) => !going.includes(name));
        yield { edits: removeFields(document, entry, rest, going), value: Object.fromEntries(left) };
      }
    });
    assert.ok(made > 1000, String(made));
  });

  test('items that follow each other are removed', () => {
    const made = everywhere(function* (document, entry, rest, value) {
      if (!Array.isArray(value) || rest.length === 0) return;
      for (let index = 0; index < value.length; index++) {
        for (let count = 1; count <= 3 && index + count <= value.length; count++) {
          if (count === value.length) continue;
          const edits = removeItems(document, entry, rest, index, count);
          yield { edits, value: value.toSpliced(index, count) };
        }
      }
    });
    assert.ok(made > 100, String(made));
  });

  for (const first of [false, true]) {
    test(`items are added at the ${first ? 'beginning' : 'end'} of a list, or where none is`, () => {
      const items = ['007', 'a b', 'x'];
      const made = everywhere(function* (document, entry, rest, value) {
        if (!isMapping(value)) return;
        for (const [name, list] of [...Object.entries(value), ['none', undefined] as const]) {
          const old = list ?? [];
          if (!Array.isArray(old)) continue;
          const edits = putItems(document, entry, rest, name, items, { first }) ?? [];
          yield { edits, value: { ...value, [name]: first ? [...items, ...old] : [...old, ...items] } };
        }
      });
      assert.ok(made > 300, String(made));
    });
  }
});

test('a list goes with its last item', () => {
  const text =
    'users:\n- name: jane\n  user:\n    exec:\n      args: # none\n      - a\n      - b\n      command: x\n';
  const document = new Kubeconfig(text);
  const [user] = document.users;
  assert.ok(user);
  const edits = removeItems(document, user, ['user', 'exec', 'args'], 0, 2);
  assert.equal(applyEdits(text, edits), text.replace(/ +args[\s\S]*- b\n/, ''));
});
