import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { Merged } from '../../../../server/document/merged';
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

describe('in several files that kubectl merges', () => {
  const texts = [
    'current-context: dev\nclusters:\n- name: dev\n  cluster: { server: "https://dev.example.com" }\ncontexts:\n- name: dev\n  context: { cluster: dev, user: jane }\n',
    'current-context: other\ncontexts:\n- name: other\n  context: { cluster: dev, user: joe }\nclusters:\n- name: new\n  cluster: {}\nusers:\n- name: jane\n  user:\n    exec: { command: /here/login, args: [--cluster=dev] }\n',
  ];
  const files = texts.map((text, index) => {
    const path = `/here/${index}.yaml`;
    return { document: new Kubeconfig(text), path, displayPath: path };
  });
  const documents = new Merged(files).files.map(({ document }) => document);

  /** The titles of what is offered where a text stands in the second file. */
  function offered(place: string): string[] {
    const [, document] = documents;
    assert.ok(document);
    const at = document.text.indexOf(place);
    return refactorings(document, { start: at, end: at }, {}).map(({ title }) => title);
  }

  test('the current context is set where it counts', () => {
    assert.deepEqual(offered('name: other'), []);
  });

  test('nothing moves to a cluster that stands elsewhere', () => {
    assert.deepEqual(offered('--cluster=dev'), ['Add provideClusterInfo: true']);
  });

  test('a context leads to names of all files', () => {
    assert.deepEqual(offered('name: new'), ['Add a context for the cluster "new" with the user "jane"']);
  });
});
