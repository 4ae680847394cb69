import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { applyEdits } from '../../../../server/edits/edit';
import { nodeEnvironment } from '../../../../server/environment-node';
import { type NamePlace, namePlaces } from '../../../../server/features/navigation/names';
import { rename } from '../../../../server/features/navigation/rename';
import { check } from '../../../../server/rules/check';
import { plain } from '../../edits/corpus';
import { documentOf, samples } from './corpus';

/** What kubectl reads of a document, with other names in some places. */
function dataOf(document: Kubeconfig, isRenamed: (place: NamePlace) => boolean, newName: string): unknown {
  const renamed = [...namePlaces(document)].filter(isRenamed);
  return [...document.entries()].map((entry) => {
    const data = plain(entry.node);
    const own = renamed.filter((place) => place.entry === entry);
    return own.reduce((value, { path }) => withValue(value, path, newName), data);
  });
}

function withValue(data: unknown, [first, ...rest]: readonly string[], value: string): unknown {
  if (first === undefined) return value;
  const object = data as Record<string, unknown>;
  return { ...object, [first]: withValue(object[first], rest, value) };
}

/** Whether kubectl takes each context, by its place in the file. */
function verdicts(document: Kubeconfig, path: string): unknown {
  const context = { environment: nodeEnvironment, directory: dirname(path) };
  const { contexts, unreadable } = check(document, context, path);
  return {
    readable: unreadable === null,
    contexts: contexts.map(({ kubectl, current }) => [kubectl === null, current]),
  };
}

const newNames = ['renamed-1', 'yes', 'a: "b" #'];

describe('after a rename a document means the same, but for the name', () => {
  let renames = 0;
  const refusals = new Map<string, number>();
  for (const sample of samples) {
    const document = documentOf(sample);
    const places = [...namePlaces(document)];
    if (document.faults.length > 0 || places.length === 0) continue;
    test(sample.name, () => {
      const scope = { document, files: [document] };
      const before = verdicts(document, sample.path);
      for (const [index, place] of places.slice(0, 40).entries()) {
        const newName = newNames[index % newNames.length] ?? '';
        const result = rename(scope, place.start, newName);
        if (!result || 'refusal' in result) {
          const reason = result?.refusal.replace(/".*?"/g, '"…"') ?? 'a later key takes its place';
          refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
          continue;
        }
        renames += 1;
        const edited = new Kubeconfig(applyEdits(document.text, result.files[0]?.edits ?? []));
        const isSame = (each: NamePlace) => each.section === place.section && each.name === place.name;
        const isOne = 'note' in result ? (each: NamePlace) => each.start === place.start : isSame;
        assert.deepEqual(
          dataOf(edited, () => false, ''),
          dataOf(document, isOne, newName),
        );
        if (!('note' in result)) assert.deepEqual(verdicts(edited, sample.path), before, place.name);
      }
    });
  }
  test('counts', (context) => {
    context.diagnostic(`${renames} renames; refused: ${JSON.stringify(Object.fromEntries(refusals))}`);
    assert.ok(renames > 1000, `${renames} renames`);
  });
});
