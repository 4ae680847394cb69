import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { type DocumentKind, LocatedDocument } from '../../../server/document/located-document';
import { hover } from '../../../server/features/hover';
import { cursor } from '../cursor';

function hoverAt(marked: string, kind: DocumentKind = 'kubeconfig'): string {
  const { text, offset } = cursor(marked);
  const document = kind === 'kubeconfig' ? new Kubeconfig(text) : new LocatedDocument(kind, text);
  return hover(document, offset)?.markdown ?? '';
}

const exec = (lines: string) =>
  `users:\n- name: alice\n  user:\n    exec:\n${lines.replace(/^/gm, '      ')}`;

describe('values', () => {
  test('each interactive mode is explained', () => {
    assert.match(hoverAt(exec('interactiveMode: Ne|ver')), /^\*\*Never\*\* · interactiveMode\n\n.*empty one/);
    assert.match(hoverAt(exec('interactiveMode: "If|Available"')), /^\*\*IfAvailable\*\*.*\n\n.*terminal/);
    assert.match(hoverAt(exec('interactiveMode: Al|ways')), /^\*\*Always\*\*.*\n\n.*CI/);
    assert.match(hoverAt(exec('interactiveMode: al|ways')), /^\*\*interactiveMode\*\* · string/);
  });

  test('the key shows all modes in a table', () => {
    const markdown = hoverAt(exec('inter|activeMode: Never'));
    assert.match(markdown, /\| `Always` \| the terminal \| kubectl fails \|/);
    assert.match(markdown, /Required with `client\.authentication\.k8s\.io\/v1`/);
  });

  test('the two kinds of apiVersion are kept apart', () => {
    assert.match(hoverAt('apiVersion: v|1'), /unrelated to the one in an `exec` block/);
    assert.match(hoverAt('api|Version: v1'), /Not the `apiVersion` of an `exec` block/);
    assert.match(hoverAt(exec('api|Version: x')), /Not the `apiVersion` at the top of the file/);
    const version = (name: string) => hoverAt(exec(`apiVersion: client.authentication.k8s.io|/${name}`));
    assert.match(version('v1'), /Since Kubernetes 1\.22/);
    assert.match(version('v1beta1'), /Since Kubernetes 1\.11/);
    assert.match(version('v1alpha1'), /Removed in Kubernetes 1\.24/);
  });

  test('an ExecCredential has its own', () => {
    const at = (marked: string) => hoverAt(marked, 'exec-credential');
    assert.match(at('kind: Exec|Credential'), /a credential plugin exchange/);
    assert.match(at('apiVersion: client.authentication.k8s.io/v1beta|1'), /client-authentication\.v1beta1/);
    assert.match(at('apiVersion: client.authentication.k8s.io/v|1'), /client-authentication\.v1\//);
  });

  test('items of a list are explained by the list', () => {
    assert.match(hoverAt(exec('args:\n- eks\n- get|-token')), /^\*\*args\*\* · list of strings/);
  });

  test('between keys there is nothing to say', () => {
    assert.equal(hoverAt('users:\n-  |  name: alice'), '');
    assert.equal(hoverAt('users: |'), '');
    assert.equal(hoverAt('# a com|ment\nkind: Config'), '');
    assert.equal(hoverAt('|'), '');
  });
});

describe('secrets', () => {
  const user = (line: string) => `users:\n- name: alice\n  user:\n    ${line}\ncurrent-context: x`;

  test('a sensitive value is never shown', () => {
    for (const line of [
      'token: s3c|ret',
      'to|ken: s3cret',
      'password: s3c|ret',
      'client-key-data: s3c|ret',
      'auth-provider: { name: oidc, config: { id-token: s3c|ret } }',
      'auth-provider: { name: oidc, config: { id-to|ken: s3cret } }',
    ]) {
      const markdown = hoverAt(user(line));
      assert.match(markdown, /Sensitive/, line);
      assert.ok(!markdown.includes('s3cret'), line);
    }
    const credential = hoverAt('status: { token: s3c|ret }', 'exec-credential');
    assert.match(credential, /Sensitive/);
    assert.ok(!credential.includes('s3cret'));
  });

  test('a password in the server address is left out', () => {
    const text = 'clusters: [{ name: a|, cluster: { server: "https://bob:s3cret@host:6443/x" } }]';
    assert.match(hoverAt(text), /`https:\/\/host:6443\/x`/);
  });
});

describe('extensions', () => {
  const cluster = (name: string, extension: string) =>
    `clusters:\n- name: c\n  cluster:\n    extensions:\n    - name: ${name}\n      ${extension}`;
  const reserved = 'client.authentication.k8s.io/exec';

  test('the reserved name', () => {
    assert.match(
      hoverAt(cluster('client.authentication.k8s|.io/exec', 'extension: 1')),
      /spec\.cluster\.config/,
    );
  });

  test('the reserved name where it has no effect', () => {
    const text = `users: [{ user: { extensions: [{ name: ${reserved}| }] } }]`;
    assert.match(hoverAt(text), /here it is ignored/);
  });

  test('what the plugin receives', () => {
    const config = '`spec.cluster.config`';
    assert.ok(hoverAt(cluster(reserved, 'exten|sion: { a: 1 }')).includes(`Plugin receives: ${config}`));
    assert.ok(!hoverAt(cluster('other', 'exten|sion: { a: 1 }')).includes('Plugin receives'));
    const inside = hoverAt(cluster(reserved, 'extension: { audience: [{ extension: p|rod }] }'));
    assert.match(inside, /\*\*Plugin receives\*\* `spec\.cluster\.config\.audience\[0\]\.extension`/);
    assert.ok(!inside.includes('prod'));
  });

  test("other programs' data is none of our business", () => {
    assert.equal(hoverAt(cluster('other', 'extension: { aud|ience: x }')), '');
  });
});

describe('unknown fields', () => {
  test('are ignored by kubectl', () => {
    assert.match(
      hoverAt(exec('colour: 1\nti|meout: 5')),
      /^\*\*Unknown field\*\* `timeout`\n\nkubectl ignores it/,
    );
  });

  test('in another case or with another separator', () => {
    assert.match(hoverAt(exec('Com|mand: aws')), /write `command`/);
    assert.match(hoverAt(exec('interactive_|mode: x')), /write `interactiveMode`/);
    assert.match(hoverAt('current|Context: x'), /write `current-context`/);
  });

  test('kind and apiVersion of the file are matched in any case', () => {
    assert.match(hoverAt('Ki|nd: Config'), /Spelled `kind`.*in any case/);
    assert.match(hoverAt('APIVersi|on: v1', 'exec-credential'), /Spelled `apiVersion`/);
    assert.match(hoverAt(exec('apiversi|on: x')), /write `apiVersion`/);
  });

  test('one level too high', () => {
    assert.match(hoverAt('users:\n- name: a\n  ex|ec: {}'), /It belongs in `user`/);
    assert.match(hoverAt('to|ken: x', 'exec-credential'), /It belongs in `status`/);
  });

  test('names are escaped', () => {
    const markdown = hoverAt('"[x](command:y) <b> $(ale|rt)": 1');
    assert.match(markdown, /^\*\*Unknown field\*\* `\[x\]\(command:y\) <b> \$\u2060\(alert\)`$/m);
  });

  test('below an unknown field there is nothing to say', () => {
    assert.equal(hoverAt('nope: { ki|nd: 1 }'), '');
    assert.equal(hoverAt('nope: va|lue'), '');
  });
});

describe('names', () => {
  const file = (current: string, rest = '') => `current-context: ${current}
contexts:
- name: dev
  context: { cluster: lab, user: alice }
- name: loose
  context: { cluster: nope${rest} }
clusters:
- name: lab
  cluster: { server: "https://lab:6443" }
users:
- name: alice
  user: { exec: { command: aws --token=x } }
`;

  test('a context leads to a server and a plugin', () => {
    const markdown = hoverAt(file('de|v'));
    assert.equal(
      markdown,
      '**current-context** `dev`  \ncluster `lab`: `https://lab:6443`  \nuser `alice`: runs `aws …`',
    );
  });

  test('a context that is not there', () => {
    assert.match(hoverAt(file('pro|d')), /Not among the `contexts` of this file/);
  });

  test('parts that are not there', () => {
    assert.match(hoverAt(file('loo|se')), /cluster `nope`: not in this file {2}\nNo user/);
    assert.match(hoverAt(file('dev', ', user: bo|b')), /^\*\*user\*\* `bob` {2}\nNot among the `users`/);
  });

  test('other credentials keep the plugin from running', () => {
    const user = (fields: string) => hoverAt(`users: [{ name: a|, user: { ${fields} } }]`);
    assert.match(user('exec: { command: x }, token: t'), /a token, so its plugin is not run/);
    assert.match(user('exec: { command: x }, username: u'), /basic authentication/);
    assert.match(user('client-certificate: c, client-key: k, exec: { command: x }'), /a client certificate/);
    assert.match(user('auth-provider: { name: oidc }'), /auth provider `oidc`/);
    assert.match(user('token: ""'), /no credentials/);
  });
});

describe('installHint', () => {
  test('is shown as text', () => {
    const markdown = hoverAt(exec('installHint: "brew‸ install `x`\\n[click](command:y)\\n<b>"'));
    assert.ok(markdown.includes('> brew install \\`x\\`  \n> \\[click\\]\\(command\\:y\\)  \n> \\<b\\>'));
  });

  test('is cut when long', () => {
    const markdown = hoverAt(exec('installHint: "a‸\\nb\\n\\nc\\nd"'));
    assert.ok(markdown.endsWith('> a  \n> b  \n> c  \n> …'));
  });
});
