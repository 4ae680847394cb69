import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../../server/document/entry';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { addField } from '../../../server/edits/add-field';
import { applyEdits, type Edit } from '../../../server/edits/edit';
import { addItem, removeItem } from '../../../server/edits/items';
import { removeField } from '../../../server/edits/remove-field';
import { renameKey } from '../../../server/edits/rename-key';
import type { Value } from '../../../server/edits/render';
import { setValue } from '../../../server/edits/set-value';
import { addEntry, addTopLevel, removeEntry, removeTopLevel } from '../../../server/edits/top-level';
import { at, dataOf, pathsOf, readableKubeconfigs } from './corpus';

type Path = readonly (string | number)[];
type Data = Record<string | number, unknown>;

const values: readonly Value[] = [
  'text',
  'yes',
  '017',
  'a: b #c',
  "it's",
  'line\nbreak',
  true,
  ['get-token', '--name', '007'],
  { command: 'aws', args: ['a', { b: 'c' }], env: [{ name: 'A', value: '1' }], empty: {}, none: [] },
];

/** The entry that holds a path, and what is left of the path inside. */
function entryOf(document: Kubeconfig, path: Path): { entry: Entry; rest: Path } | undefined {
  const field = document.field(String(path[0]));
  if (!field) return undefined;
  const entry = field.list ? field.entries[Number(path[1])] : field.entries[0];
  if (!entry || (field.list && path.length < 2)) return undefined;
  return { entry, rest: path.slice(entry.path.length) };
}

/** Makes an edit at many paths of every readable kubeconfig, and compares with the same change of plain data. */
function everywhere(
  edit: (document: Kubeconfig, entry: Entry, rest: Path, value: Value, before: unknown) => Edit[],
  change: (parent: Data, step: string | number, value: Value) => void,
) {
  let made = 0;
  let refused = 0;
  const wrong: string[] = [];
  for (const [turn, { name, text }] of readableKubeconfigs().entries()) {
    const document = new Kubeconfig(text);
    const data = dataOf(document);
    for (const [index, { path, value: before }] of [...pathsOf(data)].entries()) {
      const found = (turn + index) % 3 === 0 ? entryOf(document, path) : undefined;
      if (!found) continue;
      const value = values[((turn + index / 3) % values.length) | 0] as Value;
      const edits = edit(document, found.entry, found.rest, value, before);
      if (edits.length === 0) {
        refused++;
        continue;
      }
      const expected = structuredClone(data);
      change(at(expected, path.slice(0, -1)) as Data, path.at(-1) ?? '', value);
      const after = applyEdits(text, edits);
      const read = new Kubeconfig(after);
      const right = read.faults.length === 0 && isDeepStrictEqual(dataOf(read), expected);
      if (!right) wrong.push(`${name} ${path.join('.')} ${JSON.stringify(value)}\n${after}`);
      made++;
    }
  }
  assert.equal(wrong.length, 0, `${wrong.length} of ${made} wrong, such as ${wrong[0]}`);
  return { made, refused };
}

describe('on every kubeconfig of the corpora', () => {
  test('a value is replaced', () => {
    const { made, refused } = everywhere(
      (document, entry, rest, value) => setValue(document, entry, rest, value),
      (parent, step, value) => {
        parent[step] = value;
      },
    );
    assert.ok(made > 100 && refused <= 9, `${made} made, ${refused} refused`);
  });

  test('a key gets another name', () => {
    const { made } = everywhere(
      (document, entry, rest) =>
        typeof rest.at(-1) === 'string' ? renameKey(document, entry, rest, 'another key: yes') : [],
      (parent, step) => {
        parent['another key: yes'] = parent[step];
        delete parent[step];
      },
    );
    assert.ok(made > 1000, String(made));
  });

  test('a key is added to a mapping, or to what is missing', () => {
    const { made } = everywhere(
      (document, entry, rest, value, before) =>
        isMapping(before) || before === null ? addField(document, entry, rest, 'added', value) : [],
      (parent, step, value) => {
        parent[step] = { ...(parent[step] as Data), added: value };
      },
    );
    assert.ok(made > 600, String(made));
  });

  test('a key is added at the beginning', () => {
    const { made } = everywhere(
      (document, entry, rest, value, before) => {
        const [first] = isMapping(before) ? Object.keys(before) : [];
        return first ? addField(document, entry, rest, 'added', value, { before: first }) : [];
      },
      (parent, step, value) => {
        parent[step] = { added: value, ...(parent[step] as Data) };
      },
    );
    assert.ok(made > 600, String(made));
  });

  test('a key is removed', () => {
    const { made } = everywhere(
      (document, entry, rest) => (typeof rest.at(-1) === 'string' ? removeField(document, entry, rest) : []),
      (parent, step) => {
        delete parent[step];
      },
    );
    assert.ok(made > 1000, String(made));
  });

  test('an item is added', () => {
    const { made } = everywhere(
      (document, entry, rest, value, before) =>
        Array.isArray(before) ? addItem(document, entry, rest, value) : [],
      (parent, step, value) => {
        parent[step] = [...(parent[step] as unknown[]), value];
      },
    );
    assert.ok(made > 40, String(made));
  });

  test('an item is added before the first', () => {
    const { made } = everywhere(
      (document, entry, rest, value, before) =>
        Array.isArray(before) && before.length > 0
          ? addItem(document, entry, rest, value, { before: 0 })
          : [],
      (parent, step, value) => {
        parent[step] = [value, ...(parent[step] as unknown[])];
      },
    );
    assert.ok(made > 40, String(made));
  });

  test('an item is removed', () => {
    const { made } = everywhere(
      (document, entry, rest) => (typeof rest.at(-1) === 'number' ? removeItem(document, entry, rest) : []),
      (parent, step) => {
        (parent as unknown as unknown[]).splice(Number(step), 1);
      },
    );
    assert.ok(made > 100, String(made));
  });

  test('fields and entries of the top level are added and removed', () => {
    for (const { name, text } of readableKubeconfigs()) {
      const document = new Kubeconfig(text);
      const data = dataOf(document);
      const compare = (edits: Edit[], expected: unknown) => {
        const after = applyEdits(text, edits);
        const read = new Kubeconfig(after);
        assert.deepEqual(read.faults, [], `${name}\n${after}`);
        assert.deepEqual(dataOf(read), expected, `${name}\n${after}`);
      };
      // The first of its documents is empty, and the others are not to be touched.
      if (name === 'file-multidoc-03.yaml') continue;
      compare(addTopLevel(document, 'added', values.at(-1) as Value), { ...data, added: values.at(-1) });
      for (const section of ['contexts', 'users']) {
        const item = { name: 'new', context: { cluster: 'c', user: 'u' } };
        const before = data[section] ?? [];
        if (Array.isArray(before))
          compare(addEntry(document, section, item), { ...data, [section]: [...before, item] });
      }
      for (const field of document.fields.filter(({ shadowed }) => !shadowed)) {
        const { [field.name]: _, ...rest } = data;
        if (new Set(document.fields.map((each) => each.name)).size < document.fields.length) continue;
        compare(removeTopLevel(document, field), rest);
        for (const [index, entry] of field.list ? field.entries.entries() : []) {
          const left = (data[field.name] as unknown[]).toSpliced(index, 1);
          compare(removeEntry(document, entry), { ...data, [field.name]: left });
        }
      }
    }
  });
});

function isMapping(value: unknown): value is Data {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}
