import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { execArgs, execSecrets } from '../../../server/plugin/exec-secrets';

const doctl = ['kubernetes', 'cluster', 'kubeconfig', 'exec-credential', '--version=v1beta1', 'abc'];
const login = ['oidc-login', 'get-token', '--oidc-issuer-url=https://i.example.com', '--oidc-client-id=x'];

/** Command, args, and what of the last argument is shown. */
const rows: Readonly<Record<string, readonly [command: string, args: readonly string[], shown: string]>> = {
  'a flag by its name': ['demo', ['--client-secret', 'hunter2'], '[redacted]'],
  'its value behind a sign': ['demo', ['--password=hunter2'], '--password=[redacted]'],
  'a value that begins with a dash': ['demo', ['--token', '-Xz93LmPd02R'], '[redacted]'],
  'a switch that is called like a secret': ['demo', ['--pin', '--next'], '--next'],
  'a short flag of the catalog': ['doctl', [...doctl, '-t', 'hunter2'], '[redacted]'],
  'its value behind it': ['doctl', [...doctl, '-thunter2'], '-t[redacted]'],
  'the same letter of another plugin': ['demo', ['-t', 'hunter2'], 'hunter2'],
  'behind kubectl': ['kubectl', [...login, '--password', 'hunter2'], '[redacted]'],
  'behind two wrappers': [
    'env',
    ['X=1', 'aws-vault', 'exec', 'p', '--', 'doctl', ...doctl, '-t', 'hunter2'],
    '[redacted]',
  ],
  'a variable of env': ['env', ['OS_PASSWORD=hunter2'], 'OS_PASSWORD=[redacted]'],
  'a variable of docker': ['docker', ['run', '-e', 'API_TOKEN=hunter2'], 'API_TOKEN=[redacted]'],
  'and behind the flag': ['docker', ['run', '--env=API_TOKEN=hunter2'], '--env=API_TOKEN=[redacted]'],
  'in a shell': ['sh', ['-c', `exec demo --token 'hunter2' -v`], `exec demo --token '[redacted]' -v`],
  'a flag of the catalog in a shell': [
    'sh',
    ['-c', `doctl ${doctl.join(' ')} -t hunter2`],
    `doctl ${doctl.join(' ')} -t [redacted]`,
  ],
  'in a URL': ['demo', ['http://jane:hunter2@proxy.example.com'], 'http://jane:[redacted]@proxy.example.com'],
};

describe('a secret among arguments', () => {
  for (const [name, [command, args, shown]] of Object.entries(rows)) {
    it(name, () => {
      assert.equal(execArgs({ command, args }).at(-1)?.shown, shown);
      const secrets = execSecrets({ command, args, env: [] });
      assert.equal(secrets.length > 0, shown.includes('[redacted]'));
    });
  }
});

describe('a secret among variables', () => {
  const of = (name: string, value: string) =>
    execSecrets({ command: 'demo', args: [], env: [{ name, value }] });

  it('by its name, by the catalog, and in a URL', () => {
    assert.deepEqual(of('API_TOKEN', 'hunter2'), ['hunter2']);
    assert.deepEqual(of('SCW_SECRET_KEY', 'hunter2'), ['hunter2']);
    assert.deepEqual(of('HTTPS_PROXY', 'http://jane:hunter2@proxy.example.com'), ['hunter2']);
    assert.deepEqual(of('AWS_PROFILE', 'hunter2'), []);
  });
});
