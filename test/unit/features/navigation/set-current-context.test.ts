import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { applyEdits } from '../../../../server/edits/edit';
import {
  changeCurrentContext,
  contextLenses,
} from '../../../../server/features/navigation/set-current-context';
import { together } from './scopes';

const lenses = (document: Kubeconfig) =>
  contextLenses(document).map(({ context, current, start }) => {
    const line = document.text.slice(0, start).split('\n').length;
    return `${line} ${context}${current ? ' current' : ''}`;
  });

describe('a lens', () => {
  test('is over the first key of each context', () => {
    const text = 'contexts:\n- context: {}\n  name: a\n-\n  # b\n  name: b\ncurrent-context: b\n';
    assert.deepEqual(lenses(new Kubeconfig(text)), ['2 a', '6 b current']);
  });
  test('is not over what has no name, or what kubectl does not use', () => {
    const text = 'contexts: [{name: a}, {name: a}, {}, {name: ""}, x]\n';
    assert.deepEqual(lenses(new Kubeconfig(text)), ['1 a']);
    const { scope } = together(
      'contexts: [{name: a}]',
      'contexts: [{name: a|}, {name: b}]\ncurrent-context: b',
    );
    assert.deepEqual(lenses(scope.document), ['1 b current']);
  });
});

describe('the current context is set', () => {
  const set = (texts: string[], context: string) => {
    const { scope } = together(...texts);
    const change = changeCurrentContext(scope, context);
    if ('refusal' in change) return change.refusal;
    const index = scope.files.indexOf(change.document);
    return `${index}: ${applyEdits(change.document.text, change.edits)}`;
  };
  const contexts = 'contexts: [{name: a|}, {name: "yes"}]\n';

  test('in its quotes, or in some where it needs them', () => {
    assert.equal(
      set([`current-context: "x"\n${contexts}`], 'a'),
      `0: current-context: "a"\n${contexts.replace('|', '')}`,
    );
    assert.match(set([`current-context: x\n${contexts}`], 'yes'), /^0: current-context: ['"]yes['"]\n/);
  });
  test('where there is none yet', () => {
    const edited = set([contexts], 'a').slice(3);
    assert.equal(new Kubeconfig(edited).currentContext, 'a');
    const json = set(['{"contexts": [{"name": "a|"}]}'], 'a').slice(3);
    assert.equal(JSON.parse(json)['current-context'], 'a');
    assert.match(set([`current-context:\n${contexts}`], 'a'), /^0: current-context: a\n/);
  });
  test('in the first of several files, as kubectl does', () => {
    assert.equal(set(['users: []\n', `current-context: x\n${contexts}`], 'a').slice(0, 2), '0:');
    const [first, second] = ['users: []\n', `current-context: yes\n${contexts}`];
    const edited = new Kubeconfig(set([first, second], 'a').slice(3));
    assert.equal(edited.ownCurrentContext, 'a');
  });
  test('to one that is there', () => {
    assert.match(set([contexts], 'nothing'), /no context "nothing" in the files of KUBECONFIG/);
  });
});
