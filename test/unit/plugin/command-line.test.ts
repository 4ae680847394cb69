import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { commandLineOf } from '../../../server/plugin';
import { execSecrets } from '../../../server/plugin/exec-secrets';

/** By its looks it may be anything; by the flag before it it is a token. */
const secret = 'S3crete-F89Wmlsil-nDgG8z_a-XK2id144Lly';

function shown(command: string, args: readonly string[] = []): string {
  const exec = JSON.stringify({ command, args });
  const [user] = new Kubeconfig(`users: [{ name: jane, user: { exec: ${exec} } }]`).users;
  return commandLineOf(user ?? assert.fail());
}

test('a secret in a command line that stands in command is known and not shown', () => {
  for (const command of [
    `./get --token ${secret}`,
    `  ./get  --token=${secret} x`,
    `env API_TOKEN=${secret} get`,
  ]) {
    assert.deepEqual(execSecrets({ command, args: [], env: [] }), [secret], command);
    assert.ok(!shown(command).includes(secret), shown(command));
  }
});

test('what is no secret is shown as it is', () => {
  assert.equal(shown('./get', ['--token', secret, '--region', 'eu']), './get --token [redacted] --region eu');
  assert.equal(shown('/opt/My Tools/get', ['a b']), '/opt/My Tools/get a b');
  assert.equal(shown('./get --region eu', ['x']), './get --region eu x');
  assert.equal(shown(''), '');
});
