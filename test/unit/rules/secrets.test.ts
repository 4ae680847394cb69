import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { check, type Diagnostic } from '../../../server/rules/check';
import { machineAt } from './machine';

interface Block {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

function diagnosticsOf({ command, args = [], env = {} }: Block): readonly Diagnostic[] {
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    command,
    args,
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
  };
  const text = JSON.stringify({ users: [{ name: 'alice', user: { exec } }] });
  const context = { environment: machineAt(), directory: '/here' };
  return check(new Kubeconfig(text), context, 'config').diagnostics;
}

const codesOf = (block: Block) => diagnosticsOf(block).map(({ code }) => code);

const secret = 'pa$word~%SECRETS%Zz9';
const blocks: readonly Block[] = [
  { command: 'tool', args: ['--password', secret] },
  { command: 'tool', args: [`--password=${secret}`] },
  { command: 'tool', args: [`--client-secret=${secret}`, '--api-version=v1'] },
  { command: 'tool', args: ['run', '-e', `TOOL_TOKEN=${secret}`, 'image'] },
  { command: 'env', args: [`AWS_SECRET_ACCESS_KEY=${secret}`, 'aws', 'eks', 'get-token'] },
  { command: 'tool', env: { TOOL_PASSWORD: secret } },
  { command: 'kubelogin', args: ['get-token', '--login=spn', '--server-id=s', '--client-secret', secret] },
  { command: 'doctl', args: ['kubernetes', 'cluster', 'kubeconfig', 'exec-credential', '-t', secret] },
  { command: 'client-keystone-auth', env: { OS_PASSWORD: secret } },
];

describe('a secret is found, and no part of it is in a message or the title of a fix', () => {
  for (const block of blocks) {
    test(JSON.stringify(block).replaceAll(secret, '…'), () => {
      const found = diagnosticsOf(block);
      assert.ok(found.some(({ code }) => code === 'secret-in-args' || code === 'secret-in-env'));
      const words = found.flatMap(({ message, kubectl, fixes }) => [
        message,
        kubectl ?? '',
        ...fixes().map(({ title }) => title),
      ]);
      for (const part of ['word', 'SECRETS%', 'Zz9']) {
        for (const text of words) assert.ok(!text.replaceAll('password', '').includes(part), text);
      }
    });
  }
});

describe('no secret is seen in', () => {
  const harmless: readonly Block[] = [
    { command: 'tool', args: ['--password', ''] },
    { command: 'tool', args: ['--token', '/run/secrets/token'] },
    { command: 'tool', args: ['--token', './token'] },
    { command: 'tool', args: ['--token=C:\\token'] },
    { command: 'tool', args: ['--token', 'op://vault/item'] },
    { command: 'tool', args: ['--token', '--verbose'] },
    {
      command: 'tool',
      args: ['--token=true', '--password-stdin', '--token-cache-dir=x', '--secret-name=abc'],
    },
    {
      command: 'tool',
      args: ['--client-secret=<client secret>', '--password=$PASSWORD', '--api-key=REDACTED'],
    },
    { command: 'tool', args: ['get', 'secret', 'abcdef'] },
    { command: 'tool', env: { TOKEN_FILE: 'abc', PASSWORD_STORE_DIR: 'abc', SECRET_NAME: 'abc', TOKEN: '' } },
    { command: 'tool', env: { TOKEN: '$OTHER', PASSWORD: '****', AUTHTOKENS: 'x' } },
    {
      command: 'kubectl',
      args: ['oidc-login', 'get-token', '--oidc-issuer-url=https://a', '--oidc-client-id=b'],
    },
    // Where the token is, not what it is.
    { command: 'pinniped', args: ['login', 'static', '--token-env=TOKEN'] },
    { command: 'bash', args: ['-c', 'tool --password "$PASSWORD"'] },
  ];
  for (const block of harmless) {
    test(JSON.stringify(block), () => {
      assert.deepEqual(
        codesOf(block).filter((code) => code.startsWith('secret-')),
        [],
      );
    });
  }
});
