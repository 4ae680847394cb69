import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { applyEdits } from '../../../../server/edits/edit';
import { type HintContext, inlayHints } from '../../../../server/features/navigation/inlay-hints';
import { machineWith } from './machine';

const group = 'client.authentication.k8s.io';
const exec = (lines: string) => `users:\n- name: a\n  user:\n    exec:\n${lines.replace(/^/gm, '      ')}\n`;

const environment = machineWith({
  files: ['/usr/bin/tool', '/home/jane/bin/own'],
  path: '/home/jane/bin:/usr/bin',
});

function hints(text: string, context: HintContext = {}) {
  return inlayHints(new Kubeconfig(text), { start: 0, end: text.length }, context);
}

/** The text with the hints in it, as an editor shows it. */
function shown(text: string, context: HintContext = {}): string {
  return applyEdits(
    text,
    hints(text, context).map(({ offset, label }) => ({ start: offset, end: offset, newText: ` ⟨${label}⟩` })),
  );
}

describe('interactiveMode', () => {
  const block = exec(`apiVersion: ${group}/v1beta1\ncommand: tool`);
  test('has a default with v1beta1', () => {
    assert.equal(shown(block), block.replace('v1beta1', 'v1beta1 ⟨interactiveMode: IfAvailable⟩'));
  });
  test('can be written down', () => {
    const [hint] = hints(block);
    const edited = applyEdits(block, hint?.edits ?? []);
    assert.equal(edited, block.replace('v1beta1', 'v1beta1\n      interactiveMode: IfAvailable'));
    assert.deepEqual(hints(edited), []);
  });
  test('JSON', () => {
    const json = `{"users": [{"user": {"exec": {"apiVersion": "${group}/v1beta1", "command": "x"}}}]}`;
    const [hint] = hints(json);
    assert.equal(hint && json.slice(0, hint.offset).slice(-9), '/v1beta1"');
    const edited = applyEdits(json, hint?.edits ?? []);
    assert.equal(JSON.parse(edited).users[0].user.exec.interactiveMode, 'IfAvailable');
  });
  for (const lines of [
    `apiVersion: ${group}/v1\ncommand: x`,
    `apiVersion: ${group}/v1beta1\ninteractiveMode: Never`,
    `apiVersion: ${group}/v1alpha1`,
    'command: x',
    `apiVersion:\n  ${group}/v1beta1x`,
  ]) {
    test(`none for ${lines.split('\n').join(', ')}`, () => assert.deepEqual(hints(exec(lines)), []));
  }
  test('none before Kubernetes 1.22', () =>
    assert.deepEqual(hints(block, { kubernetesVersion: '1.21' }), []));
});

describe('the path of a command', () => {
  const context = { environment, path: '/here/config' };
  const label = (command: string) => hints(exec(`command: ${command}`), context).map((hint) => hint.label);
  test('is that on PATH', () => {
    assert.deepEqual(label('tool'), ['→ /usr/bin/tool']);
    assert.deepEqual(label('"own"'), ['→ ~/bin/own']);
  });
  test('is behind the quotes', () => {
    const text = exec('command: "tool" # mine');
    assert.equal(shown(text, context), text.replace('"tool"', '"tool" ⟨→ /usr/bin/tool⟩'));
  });
  test('of what is not there, or says it itself, there is none', () => {
    assert.deepEqual(label('nothing'), []);
    assert.deepEqual(label('/usr/bin/tool'), []);
    assert.deepEqual(label('./tool'), []);
  });
  test('without trust nothing is looked up', () => assert.deepEqual(hints(exec('command: tool')), []));
});

describe('provideClusterInfo', () => {
  const needed = `${exec(`apiVersion: ${group}/v1\ncommand: tool\ninteractiveMode: Never`)}contexts:
- name: c
  context: { cluster: lab, user: a }
clusters:
- name: lab
  cluster: { extensions: [{ name: ${group}/exec, extension: {} }] }
`;
  test('is missed where a cluster has something for the plugin', () => {
    assert.equal(shown(needed), needed.replace('/v1\n', '/v1 ⟨provideClusterInfo: false⟩\n'));
  });
  test('is not where it is written, or nothing is there to tell', () => {
    assert.deepEqual(hints(needed.replace('command', 'provideClusterInfo: true\n      command')), []);
    assert.deepEqual(hints(needed.replace('/exec,', '/other,')), []);
  });
});

describe('a range', () => {
  const block = exec(`apiVersion: ${group}/v1beta1\ncommand: x`);
  const text = block + block.replace('users:\n', '');
  test('has only its own', () => {
    const document = new Kubeconfig(text);
    assert.equal(inlayHints(document, { start: 0, end: text.length }, {}).length, 2);
    const half = { start: block.length, end: text.length };
    const found = inlayHints(document, half, {}).map(({ offset }) => offset > block.length);
    assert.deepEqual(found, [true]);
  });
});

test('a block that users share has its hints once', () => {
  const text = `users:\n- user:\n    exec: &e\n      apiVersion: ${group}/v1beta1\n- user: { exec: *e }\n`;
  assert.equal(hints(text).length, 1);
});

describe('half-typed text', () => {
  for (const lines of [
    `apiVersion: ${group}/v1beta1\ncomm`,
    `apiVersion: "${group}/v1beta1`,
    'command: [tool',
    '{',
  ]) {
    test(JSON.stringify(lines), () => assert.doesNotThrow(() => hints(exec(lines), { environment })));
  }
});
