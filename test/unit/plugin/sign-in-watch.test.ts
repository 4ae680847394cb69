import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { SignIn } from '../../../server/plugin';
import { signInWatch } from '../../../server/plugin/sign-in-watch';
import type { ExecTarget } from '../../../server/plugin/target';
import { fakeEnvironment, targetWith } from './fakes';

const anyTarget = targetWith();
const good = 'Log in at https://last.example.com/device and enter the code WDJB-MJHT\n';

/** What is told of a plugin that writes these pieces to stderr, up to the log-in that ends the text. */
async function told(
  t: TestContext,
  pieces: readonly (string | Buffer)[],
  { target = anyTarget, stdout = '' }: { target?: ExecTarget; stdout?: string } = {},
): Promise<SignIn[]> {
  const found: SignIn[] = [];
  await new Promise<void>((resolve) => {
    const watch = signInWatch(target, fakeEnvironment(), (signIn) => {
      found.push(signIn);
      if (signIn.host === 'last.example.com') resolve();
    });
    t.after(() => watch.end());
    for (const piece of [...pieces, `${'\n'.repeat(9)}${good}`]) {
      watch.add(Buffer.from(piece), () => Buffer.from(stdout));
    }
  });
  assert.equal(found.at(-1)?.code, 'WDJB-MJHT');
  return found.slice(0, -1);
}

describe('standard error that is watched for a log-in', { concurrency: true }, () => {
  it('may come in pieces of any size', async (t) => {
    const text = 'Log in at https://login.example.com/a?b=é and enter the code ABCD-EFGH.\n';
    for (const size of [1, 2, 7, 30]) {
      const bytes = Buffer.from(`\u001b[1m${text.replace('example', '\u001b[31mexa\u001b[0mmple')}`);
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const [found] = await told(t, pieces);
      assert.equal(found?.host, 'login.example.com', `${size} bytes each`);
    }
  });

  it('is told once of each, and of three at most', async (t) => {
    const found: string[] = [];
    const watch = signInWatch(anyTarget, fakeEnvironment(), ({ host }) => found.push(host));
    t.after(() => watch.end());
    const write = async (...hosts: string[]) => {
      for (const host of hosts) watch.add(Buffer.from(`Log in at https://${host}/\n`), () => Buffer.alloc(0));
      // Another one, which begins later, has told by then.
      await told(t, []);
    };
    await write('one.example.com', 'one.example.com');
    assert.deepEqual(found, ['one.example.com']);
    await write('one.example.com', 'two.example.com', 'three.example.com');
    assert.equal(found.length, 3);
    await write('four.example.com', 'five.example.com');
    assert.equal(found.length, 3);
  });

  it('is not told of what comes right before the end', async (t) => {
    const found: SignIn[] = [];
    const watch = signInWatch(anyTarget, fakeEnvironment(), (signIn) => found.push(signIn));
    watch.add(Buffer.from(good), () => Buffer.alloc(0));
    watch.end();
    await told(t, []);
    assert.deepEqual(found, []);
  });

  const secret = randomBytes(24).toString('base64url');
  const jwt = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"jane"}').toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  const inFile: ExecTarget = { ...anyTarget, secrets: [secret] };
  const hostile: [title: string, url: string, target?: ExecTarget, stdout?: string][] = [
    ['a secret of the file', `https://x.example.com/login?state=${secret}`, inFile],
    ['an encoded one', `https://x.example.com/login?state=${encodeURIComponent(`${secret}%`)}`, inFile],
    [
      'a base64 one',
      `https://x.example.com/login?state=${Buffer.from(secret).toString('base64url')}`,
      inFile,
    ],
    ['one in the path', `https://x.example.com/login/${secret}`, inFile],
    ['one in the host', `https://${secret.toLowerCase().replace(/_/g, '')}.example.com/login`, inFile],
    [
      'what is on stdout',
      `https://x.example.com/login?state=${secret}`,
      anyTarget,
      `{"status":{"token":"${secret}"}}`,
    ],
    [
      'half of what is on stdout',
      `https://x.example.com/login?state=${secret.slice(0, 16)}`,
      anyTarget,
      `token: ${secret}`,
    ],
    ['a JWT', `https://x.example.com/login?state=${jwt}`],
    ['a token by its prefix', 'https://x.example.com/login?state=ghp_abcdefghijklmnop'],
    ['a token by its name', 'https://x.example.com/login?access_token=hunter2hunter2'],
    ['a password', 'https://x.example.com/login?password=hunter2'],
    ['what looks like one', `https://x.example.com/login?x=${randomBytes(32).toString('hex')}`],
    ['an unknown host that is no words', 'https://a1b2c3d4e5f6g7.example.com/login'],
  ];
  for (const [title, url, target, stdout] of hostile) {
    it(`tells nothing of an address with ${title}`, async (t) => {
      const options = { ...(target && { target }), ...(stdout && { stdout }) };
      assert.deepEqual(await told(t, [`Log in at ${url} now\n`], options), []);
    });
  }

  it('tells of what a log-in needs', async (t) => {
    const [state, challenge] = [16, 32].map((length) => randomBytes(length).toString('base64url'));
    const url = `https://login.example.com/0f6a2b1e-1111-2222-3333-444455556666/authorize?client_id=${state}&redirect_uri=http%3A%2F%2Flocalhost%3A8000&state=${state}&code_challenge=${challenge}&code_challenge_method=S256&nonce=${state}&scope=openid+email`;
    const [found] = await told(t, [`Please visit the following URL in your browser: ${url}\n`]);
    assert.equal(found?.url, url);
  });

  it('tells of a host that the kubeconfig has', async (t) => {
    const host = 'dev-a1b2c3d4e5f6g7.auth.example.com';
    const exec = { ...anyTarget.exec, args: [`--oidc-issuer-url=https://${host}/`] };
    const [found] = await told(t, [`Log in at https://${host}/login\n`], { target: { ...anyTarget, exec } });
    assert.equal(found?.host, host);
  });

  it('keeps up with noise, and finds the log-in after it', async (t) => {
    const start = performance.now();
    const noise = Array.from({ length: 160 }, () => Buffer.alloc(64 * 1024, 'https://x.example.com/login '));
    await told(
      t,
      noise.map((piece) => piece),
    );
    assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`);
  });
});
