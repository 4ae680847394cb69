import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { applyEdits, areApart } from '../../server/edits/edit';
import { refactorings } from '../../server/features/refactor';
import { check } from '../../server/rules/check';
import { machineAt } from '../unit/rules/machine';
import { filesIn, offeredIn, textOf } from './refactor-corpus';

const environment = machineAt();

/** The contexts that kubectl accepts, and whether it can load the file. */
function accepted(document: Kubeconfig, directory: string): Set<string | null> {
  const { contexts, unreadable } = check(document, { environment, directory }, 'config');
  if (unreadable !== null) return new Set();
  return new Set(contexts.flatMap((context) => (context.accepted ? [context.name] : [])));
}

const offered = new Map<string, number>();

describe('a refactoring that is offered anywhere in the corpora', () => {
  for (const file of filesIn(import.meta.dirname)) {
    const { name, directory } = file;
    test(name, () => {
      const text = textOf(file);
      const document = new Kubeconfig(text);
      const before = accepted(document, directory);
      for (const { title, edits } of offeredIn(text, directory, environment)) {
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

  for (const title of [
    'Add an installHint',
    'Add provideClusterInfo: true',
    'Convert the exec block to v1',
    'Convert the exec block to v1beta1',
    'Make the command an absolute path',
    'Set as current context',
    'Split the command line into command and args',
  ]) {
    test(`there are some of: ${title}`, () => assert.ok((offered.get(title) ?? 0) > 0));
  }
});

test('in half-typed text a refactoring leaves no more faults than there were', () => {
  let made = 0;
  for (const [turn, file] of filesIn(import.meta.dirname).entries()) {
    const text = textOf(file);
    for (let end = (turn * 7) % 211; end < text.length; end += 211) {
      const half = new Kubeconfig(text.slice(0, end));
      for (const { title, edits } of refactorings(half, { start: end, end }, { environment })) {
        const after = new Kubeconfig(applyEdits(half.text, edits));
        assert.ok(after.faults.length <= half.faults.length, `${file.name} ${end}: ${title}`);
        made++;
      }
    }
  }
  assert.ok(made > 100, String(made));
});
