import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { applyEdits, areApart } from '../../server/edits/edit';
import { check } from '../../server/rules/check';
import { machineAt } from '../unit/rules/machine';
import { filesIn, textOf } from './refactor-corpus';

const environment = machineAt();

/** Whether kubectl accepts a context, by its name. */
function verdicts(document: Kubeconfig, directory: string): Map<string | null, boolean> {
  const { contexts, unreadable } = check(document, { environment, directory }, 'config');
  return new Map(contexts.map(({ name, accepted }) => [name, accepted && unreadable === null]));
}

describe('a fix of any finding in the corpora, made alone', () => {
  for (const file of filesIn(import.meta.dirname)) {
    const { name, directory } = file;
    test(name, () => {
      const text = textOf(file);
      const document = new Kubeconfig(text);
      const before = verdicts(document, directory);
      const { diagnostics } = check(document, { environment, directory }, 'config');
      for (const { code, fixes } of diagnostics) {
        for (const { title, edits } of fixes()) {
          const what = `${code}: ${title}`;
          assert.ok(edits.length > 0 && areApart(edits), what);
          const after = new Kubeconfig(applyEdits(text, edits));
          assert.ok(after.faults.length <= document.faults.length, `${what}: it can be read`);
          const now = verdicts(after, directory);
          const lost = [...before].filter(([context, accepted]) => accepted && now.get(context) === false);
          assert.deepEqual(lost, [], `${what}: what kubectl accepted`);
        }
      }
    });
  }
});
