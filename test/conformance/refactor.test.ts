import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { applyEdits, areApart } from '../../server/edits/edit';
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
