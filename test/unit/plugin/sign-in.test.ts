import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainAddress, signInsIn } from '../../../server/plugin/sign-in-text';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly host: string;
  readonly code?: string;
}

/** As these programs word it; names and codes are made up. */
const cases: readonly Case[] = [
  {
    title: 'Azure kubelogin and az',
    text: 'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code A1B2C3D4E to authenticate.\n',
    host: 'microsoft.com',
    code: 'A1B2C3D4E',
  },
  {
    title: 'aws sso login',
    text: `Attempting to automatically open the SSO authorization page in your default browser.
If the browser does not open or you wish to use a different device to authorize this request, open the following URL:

https://device.sso.eu-west-1.amazonaws.com/

Then enter the code:

ABCD-EFGH
`,
    host: 'device.sso.eu-west-1.amazonaws.com',
    code: 'ABCD-EFGH',
  },
  {
    title: 'aws sso login, with the code in the address',
    text: 'Alternatively, you may visit the following URL which will autofill the code upon loading:\nhttps://example.awsapps.com/start/#/device?user_code=ABCD-EFGH\n\nABCD-EFGH\n',
    host: 'example.awsapps.com',
    code: 'ABCD-EFGH',
  },
  {
    title: 'gcloud',
    text: `Go to the following link in your browser, and complete the sign-in prompts:

    https://accounts.google.com/o/oauth2/auth?response_type=code&client_id=32555940559.apps.googleusercontent.com&state=x&code_challenge=y

Once finished, enter the verification code provided in your browser: `,
    host: 'accounts.google.com',
  },
  {
    title: 'int128 kubelogin without a browser',
    text: 'error: could not open the browser: exec: "xdg-open": executable file not found in $PATH\n\nPlease visit the following URL in your browser manually: http://localhost:8000',
    host: 'localhost:8000',
  },
  {
    title: 'int128 kubelogin, device code',
    text: 'Please enter the following code when asked in your browser: WDJB-MJHT\nPlease visit the following URL in your browser: https://issuer.example.com/device\n',
    host: 'issuer.example.com',
    code: 'WDJB-MJHT',
  },
  {
    title: 'tsh',
    text: 'If browser window does not open automatically, open it by clicking on the link:\n http://127.0.0.1:52121/8d1e6e9e-7d7d-4b0b-8d1e-6e9e7d7d4b0b\n',
    host: '127.0.0.1:52121',
  },
  {
    title: 'vault',
    text: 'Complete the login via your OIDC provider. Launching browser to:\n\n    https://issuer.example.com/authorize?client_id=x&nonce=n_1&state=st_2\n\n\nWaiting for OIDC authentication to complete...\n',
    host: 'issuer.example.com',
  },
  {
    title: 'pinniped',
    text: 'Log in by visiting this link:\n\n    https://issuer.example.com/oauth2/authorize?access_type=offline&state=x\n\n    Optionally, paste your authorization code: ',
    host: 'issuer.example.com',
  },
  {
    title: 'GitHub',
    text: '! First copy your one-time code: WDJB-MJHT\nOpen this URL to continue in your web browser: https://github.com/login/device\n',
    host: 'github.com',
    code: 'WDJB-MJHT',
  },
  {
    title: 'okta-aws-cli',
    text: 'Open the following URL to begin Okta device authorization for the AWS CLI\n\nhttps://example.okta.com/activate?user_code=WDJBMJHT\n',
    host: 'example.okta.com',
    code: 'WDJBMJHT',
  },
];

describe('a log-in that a plugin asks for', () => {
  for (const { title, text, host, code } of cases) {
    it(`as ${title} words it`, () => {
      const [found, ...more] = signInsIn(text);
      assert.deepEqual([found?.host, found?.code], [host, code ?? null]);
      assert.deepEqual(more, []);
      assert.equal(new URL(found?.url ?? '').host, host);
    });
  }

  it('ends where its sentence does', () => {
    const [found] = signInsIn('Log in at https://login.example.com/device. Then wait.');
    assert.equal(found?.url, 'https://login.example.com/device');
    assert.equal(
      signInsIn('(log in: https://login.example.com/a?b=c)')[0]?.url,
      'https://login.example.com/a?b=c',
    );
  });

  it('shows a host in another script as it is', () => {
    assert.deepEqual(signInsIn('log in at https://xn--80ak6aa92e.com/x')[0]?.host, 'xn--80ak6aa92e.com');
    assert.equal(signInsIn('log in at https://аррӏе.com/x').length, 0);
  });

  it('says so where the way is not encrypted', () => {
    assert.equal(signInsIn('log in at http://login.example.com/')[0]?.host, 'http://login.example.com');
    assert.equal(
      signInsIn('log in at http://127.0.0.1.example.com/')[0]?.host,
      'http://127.0.0.1.example.com',
    );
    assert.equal(signInsIn('log in at http://[::1]:80/')[0]?.host, '[::1]');
  });

  it('is shown unasked without what may be anything', () => {
    const shown = {
      'https://login.example.com/device?user_code=ABCD-EFGH': 'https://login.example.com/device',
      'https://login.example.com/': 'https://login.example.com/',
      'http://localhost:8000/#x': 'http://localhost:8000/',
      'https://login.example.com/a1b2c3/authorize?state=x': 'https://login.example.com/…',
      'https://login.example.com/login/QZeKawVbNotRdP': 'https://login.example.com/…',
      'https://login.example.com/login/xkvbnmz': 'https://login.example.com/…',
    };
    for (const [url, plain] of Object.entries(shown)) assert.equal(plainAddress(url), plain);
  });

  it('never has a code that a piece of a secret fits into', () => {
    for (const code of ['ABCDEFGHIJKL', 'ABCDEF-GHIJKL', 'abcd-efgh', 'A1B2C3D4E5F6']) {
      const [found] = signInsIn(`Log in at https://login.example.com and enter the code ${code}\n`);
      assert.equal(found?.code, null, code);
    }
  });

  const none = [
    'error: see https://docs.example.com/login for details',
    'For more information, visit https://kubernetes.io/docs/authentication/',
    'GET https://api.example.com/v1/clusters 200 OK',
    'log in at ftp://login.example.com/',
    'log in at javascript://login.example.com/%0aalert(1)',
    'log in at https://jane:hunter2hunter2@login.example.com/',
    'log in at https://hunter2@login.example.com/',
    'log in at https:///device',
    'log in at https://',
    'log in at http://[::1/device',
    `log in at https://login.example.com/${'x'.repeat(5000)}`,
    `log in at https://${'x.'.repeat(200)}example.com/`,
  ];
  for (const text of none) {
    it(`is not ${text.slice(0, 60)}`, () => assert.deepEqual(signInsIn(text), []));
  }

  it('is found without delay in whatever is written', () => {
    const start = performance.now();
    for (const piece of ['https://', 'code ', 'http://a/login ', 'code: A-', '\n', 'ABCDEFG-', 'log in ']) {
      signInsIn(piece.repeat(16_384 / piece.length));
    }
    assert.ok(performance.now() - start < 2000);
  });
});
