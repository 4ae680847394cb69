import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { applyEdits } from '../../../../server/edits/edit';
import { refactorings } from '../../../../server/features/refactor';
import { machineAt } from '../../rules/machine';
import { casesIn, type RefactorCase } from './cases';

const environment = machineAt();
const bin = join(environment.cwd, 'bin');

function offeredAt({ before, cursor, kubernetesVersion }: RefactorCase) {
  const at = { start: cursor, end: cursor };
  const context = { environment, directory: environment.cwd, kubernetesVersion };
  return refactorings(new Kubeconfig(before), at, context);
}

const cases = casesIn(join(import.meta.dirname, 'fixtures'), bin);

describe('a refactoring makes of a document what its case says', () => {
  for (const [index, each] of cases.entries()) {
    if (each.kind === 'none') continue;
    test(`${each.file} ${index}: ${each.title}`, () => {
      const offered = offeredAt(each);
      const found = offered.find(({ title }) => title === each.title);
      assert.ok(found, `offered: ${offered.map(({ title }) => title).join('; ')}`);
      assert.equal(found.kind, each.kind);
      assert.equal(applyEdits(each.before, found.edits), each.after);
    });
  }
});

describe('a refactoring is not offered where it makes no sense', () => {
  for (const [index, each] of cases.entries()) {
    if (each.kind !== 'none') continue;
    test(`${each.file} ${index}: ${each.title}`, () => {
      const own = new Set(
        cases.flatMap(({ file, kind, title }) => (file === each.file && kind !== 'none' ? [title] : [])),
      );
      assert.ok(own.size > 0, 'something could be offered');
      assert.deepEqual(
        offeredAt(each).filter(({ title }) => own.has(title)),
        [],
      );
    });
  }
});
