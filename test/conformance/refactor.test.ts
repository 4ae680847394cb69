import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import type { LocatedNode } from '../../server/document/node';
import { applyEdits, areApart } from '../../server/edits/edit';
import { type Refactoring, refactorings } from '../../server/features/refactor';
import { check } from '../../server/rules/check';
import { machineAt } from '../unit/rules/machine';

const environment = machineAt();

const files = ['load/cases', 'realworld', 'realworld/rejected'].flatMap((folder) => {
  const directory = join(import.meta.dirname, folder);
  const names = readdirSync(directory).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  return names.map((name) => ({ name: `${folder}/${name}`, directory }));
});

/** Every place where a key or a value begins. */
function* offsetsIn(document: Kubeconfig): Generator<number> {
  for (const { keyStart, entries } of document.fields) {
    yield keyStart;
    for (const { base, node } of entries) for (const offset of offsetsOf(node)) yield base + offset;
  }
}

function* offsetsOf(node: LocatedNode): Generator<number> {
  yield node.start;
  if (node.kind === 'sequence') for (const item of node.items) yield* offsetsOf(item);
  if (node.kind !== 'mapping') return;
  for (const { key, value } of node.pairs) {
    yield key.start;
    yield* offsetsOf(value);
  }
}

/** All that are offered anywhere, each once. */
function offeredIn(document: Kubeconfig, directory: string): Refactoring[] {
  const found = new Map<string, Refactoring>();
  for (const offset of new Set(offsetsIn(document))) {
    const at = { start: offset, end: offset };
    for (const each of refactorings(document, at, { environment, directory })) {
      found.set(JSON.stringify(each), each);
    }
  }
  return [...found.values()];
}

/** The contexts that kubectl accepts, and whether it can load the file. */
function accepted(document: Kubeconfig, directory: string): Set<string | null> {
  const { contexts, unreadable } = check(document, { environment, directory }, 'config');
  if (unreadable !== null) return new Set();
  return new Set(contexts.flatMap((context) => (context.accepted ? [context.name] : [])));
}

const offered = new Map<string, number>();

describe('a refactoring that is offered anywhere in the corpora', () => {
  for (const { name, directory } of files) {
    test(name, () => {
      const path = join(directory, name.split('/').at(-1) ?? '');
      const { text } = decodeBytes(readFileSync(path));
      const document = new Kubeconfig(text);
      const before = accepted(document, directory);
      for (const { title, edits } of offeredIn(document, directory)) {
        offered.set(title, (offered.get(title) ?? 0) + 1);
        assert.ok(areApart(edits), title);
        const after = new Kubeconfig(applyEdits(text, edits));
        assert.ok(after.faults.length <= document.faults.length, `${title}: it can be read`);
        const now = accepted(after, directory);
        // The current context may be another one.
        const lost = [...before].filter((context) => context !== null && !now.has(context));
        assert.deepEqual(lost, [], `${title}: what kubectl accepted`);
      }
    });
  }

  test('there are some of most kinds', () => {
    const kinds = new Set(
      [...offered.keys()].map((title) => title.replace(/ (?:it|for|by|--\S+|[A-Z]{2,}).*/, '')),
    );
    for (const kind of ['Convert the exec block to v1', 'Set as current context', 'Add an installHint']) {
      assert.ok(kinds.has(kind), `${kind} is not among ${[...kinds].join('; ')}`);
    }
  });
});
