import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { type Checked, check, type Diagnostic } from '../../../server/rules/check';
import { repair } from '../../../server/rules/repair';
import type { Fix } from '../../../server/rules/rule';

const context = { environment: undefined, directory: undefined };

function repaired(text: string) {
  return repair([text], ([now = '']) => ({ files: [check(new Kubeconfig(now), context, 'config')] }));
}

const config = (exec: string, more = '') => `current-context: lab
contexts: [{ name: lab, context: { cluster: lab, user: jane } }]
clusters: [{ name: lab, cluster: { server: https://lab.example } }]
users:
  - name: jane
    user:
${more}      exec:
        apiVersion: client.authentication.k8s.io/v1
${exec.replace(/^/gm, '        ')}
`;

describe('a repair', () => {
  test('comes to faults that others have hidden', () => {
    const text = config('command:plugin\nargs: 1 2\ninteractiveMode: 0');
    const { texts, made, findings } = repaired(text);
    assert.equal(texts[0], config("command: plugin\nargs:\n  - '1'\n  - '2'\ninteractiveMode: IfAvailable"));
    assert.deepEqual(
      made.map(({ code }) => code),
      ['syntax', 'wrong-type', 'wrong-type'],
    );
    assert.deepEqual(
      findings.files[0]?.contexts.map(({ accepted }) => accepted),
      [true],
    );
  });

  test('names places in the text as it was at first', () => {
    const text = config('command: 1\nargs: token --cluster lab\nenv: [null]\ninteractiveMode: never');
    const { made, originalOffset, texts } = repaired(text);
    const places = made.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
    assert.deepEqual(places.toSorted(), [
      'env-name-missing null',
      'interactive-mode-unknown never',
      'wrong-type 1',
      'wrong-type token --cluster lab',
    ]);
    const after = texts[0] ?? '';
    assert.equal(originalOffset(after.indexOf('interactiveMode'), 0), text.indexOf('interactiveMode'));
  });

  test('does not make a fix that would have kubectl refuse a context', () => {
    // With a name that counts, the block does not do: nothing in it says what to run.
    const text = config('interactiveMode: Never').replace('exec:', 'Exec:');
    const { texts, made } = repaired(text);
    assert.deepEqual([texts[0], made], [text, []]);
  });

  test('makes others beside it', () => {
    const text = config('interactiveMode: Never')
      .replace('exec:', 'Exec:')
      .replace('cluster: lab,', 'cluster: Lab,');
    const { made } = repaired(text);
    assert.deepEqual(
      made.map(({ code }) => code),
      ['context-cluster-not-found'],
    );
  });

  test('leaves a text that it cannot make readable as it was', () => {
    const text = `${config('command:plugin')}}]: {\n\t- "\n`;
    const { texts, made } = repaired(text);
    assert.deepEqual([texts[0], made], [text, []]);
  });

  test('changes nothing about a text in which nothing is wrong', () => {
    const text = config('command: plugin\ninteractiveMode: Never');
    const { texts, made } = repaired(text);
    assert.deepEqual([texts[0], made], [text, []]);
  });
});

describe('fixes that do not do what they should', () => {
  const diagnostic = (message: string, fixes: readonly Fix[]): Diagnostic => ({
    ...{ code: 'made-up', severity: 'warning', message, start: 0, end: 1, kubectl: null, link: '' },
    fixes: () => fixes,
  });
  const found = (...diagnostics: Diagnostic[]): { files: readonly Checked[] } => ({
    files: [{ diagnostics, contexts: [], unreadable: null, withoutContext: null, refusal: () => null }],
  });
  const replace = (newText: string): Fix => ({
    title: `Write ${newText}`,
    kind: 'repair',
    edits: [{ start: 0, end: 1, newText }],
  });

  test('one that leaves its finding is taken back', () => {
    const { texts, made } = repair(['a'], () => found(diagnostic('never right', [replace('b')])));
    assert.deepEqual([texts, made], [['a'], []]);
  });

  test('two that undo each other end', () => {
    const { texts } = repair(['a'], ([text]) =>
      found(text === 'a' ? diagnostic('not b', [replace('b')]) : diagnostic('not a', [replace('a')])),
    );
    assert.ok(texts[0] === 'a' || texts[0] === 'b');
  });

  test('one that only makes the text longer is no fix', () => {
    let round = 0;
    const { texts } = repair(['a'], ([text = '']) => {
      const edits = [{ start: 0, end: 0, newText: text.repeat(100) }];
      return found(diagnostic(`round ${round++}`, [{ title: 'Write more', kind: 'repair', edits }]));
    });
    assert.ok((texts[0]?.length ?? 0) < 10_000);
  });

  test('one of several for the same place is made, and a choice never', () => {
    const list = [replace('b'), replace('c')];
    const { texts } = repair(['a'], ([text]) =>
      text === 'a' ? found(...list.map((fix) => diagnostic(fix.title, [fix]))) : found(),
    );
    assert.deepEqual(texts, ['b']);
    const choice = repair(['a'], () => found(diagnostic('choose', [{ ...replace('b'), kind: 'choice' }])));
    assert.deepEqual(choice.texts, ['a']);
  });
});
