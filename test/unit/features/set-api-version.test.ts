import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { applyEdits } from '../../../server/edits/edit';
import { setApiVersion } from '../../../server/features/set-api-version';

const v1 = 'client.authentication.k8s.io/v1';
const v1beta1 = 'client.authentication.k8s.io/v1beta1';

/** The text after the change; `null` if there is none. */
function changed(text: string, version: string): string | null {
  const edits = setApiVersion(new Kubeconfig(text), 'jane', version);
  return edits && applyEdits(text, edits);
}

const block = (exec: string) => `users:\n- name: jane\n  user:\n    exec:\n${exec}`;

describe('another version in an exec block', () => {
  test('to v1beta1: the value alone, comment and quotes kept', () => {
    const text = block(`      apiVersion: "${v1}" # ours\n      command: x\n`);
    assert.equal(changed(text, v1beta1), block(`      apiVersion: "${v1beta1}" # ours\n      command: x\n`));
  });

  test('to v1: interactiveMode is added where it is missing', () => {
    const text = block(`      command: x\n      apiVersion: ${v1beta1}\n`);
    const expected = block(`      command: x\n      apiVersion: ${v1}\n      interactiveMode: IfAvailable\n`);
    assert.equal(changed(text, v1), expected);
  });

  test('to v1: interactiveMode stays where it is given', () => {
    const text = block(`      apiVersion: ${v1beta1}\n      interactiveMode: Never\n`);
    assert.equal(changed(text, v1), text.replace(v1beta1, v1));
  });

  test('in flow style', () => {
    const text = `users: [{ name: jane, user: { exec: { apiVersion: ${v1beta1}, command: x } } }]\n`;
    const expected = text.replace(v1beta1, `${v1}, interactiveMode: IfAvailable`);
    assert.equal(changed(text, v1), expected);
  });

  test('in JSON', () => {
    const text = `{"users": [{"name": "jane", "user": {"exec": {\n  "apiVersion": "${v1beta1}",\n  "command": "x"}}}]}`;
    const expected = text.replace(`"${v1beta1}"`, `"${v1}",\n  "interactiveMode": "IfAvailable"`);
    assert.equal(changed(text, v1), expected);
  });

  test('nothing where there is no version, or no such user', () => {
    assert.equal(changed(block('      command: x\n'), v1), null);
    assert.equal(changed('users: []\n', v1), null);
  });
});
