import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';
import { check } from '../../../server/rules/check';

const nowhere = { environment: undefined, directory: undefined };

function checked(text: string) {
  return check(new Kubeconfig(text), nowhere, 'config');
}

const codes = (text: string) => checked(text).diagnostics.map(({ code }) => code);

const lab = (user: string) => `current-context: dev
contexts: [{ name: dev, context: { cluster: lab, user: alice } }]
clusters: [{ name: lab, cluster: { server: "https://lab:6443" } }]
users:
- name: alice
  user: ${user}
`;

describe('a fault names the contexts that it breaks', () => {
  const text = (current: string, contexts: number) => `current-context: ${current}
clusters: [{ name: lab, cluster: { server: "https://lab:6443" } }]
users:
- { name: alice, user: { token: a } }
- { name: bob, user: { exec: { apiVersion: client.authentication.k8s.io/v1beta1 } } }
contexts:
- { name: good, context: { cluster: lab, user: alice } }
${Array.from({ length: contexts }, (_, n) => `- { name: bad${n}, context: { cluster: lab, user: bob } }`).join('\n')}
`;
  const fault = (current: string, contexts: number) => {
    const { diagnostics, contexts: verdicts } = checked(text(current, contexts));
    const [{ severity, message } = assert.fail('a diagnostic')] = diagnostics;
    return {
      severity,
      note: message.replace(/^.*program\. ?/, ''),
      accepted: verdicts.map((each) => each.accepted),
    };
  };

  test('of the current context it is an error', () => {
    assert.deepEqual(fault('bad0', 1), { severity: 'error', note: '', accepted: [true, false] });
  });
  test('of another one', () => {
    const note = 'kubectl refuses the context "bad0".';
    assert.deepEqual(fault('good', 1), { severity: 'warning', note, accepted: [true, false] });
  });
  test('of many', () => {
    const { note } = fault('good', 5);
    assert.equal(note, 'kubectl refuses the contexts "bad0", "bad1", "bad2" and 2 more.');
  });
  test('of none', () => {
    assert.deepEqual(fault('good', 0), {
      severity: 'warning',
      note: 'No context is affected yet.',
      accepted: [true],
    });
  });
});

describe('while one types', () => {
  test('nothing is missing below a broken line', () => {
    const text = `${lab('{ token: a }')}- name: [\n`.replace(
      'clusters: [{ name: lab',
      'clusters: [{ name: [',
    );
    assert.deepEqual(codes(text), ['syntax']);
  });

  test('what stands above it is still checked', () => {
    const text = `${lab('{ exec: { Command: aws } }')}- name: "bob\n`;
    assert.deepEqual(codes(text), [
      'command-missing',
      'api-version-missing',
      'interactive-mode-missing',
      'field-case',
      'syntax',
    ]);
  });

  test('an unfinished exec block lacks nothing while its line is broken', () => {
    assert.deepEqual(codes(lab('{ exec: { command: ')), ['syntax']);
  });

  test('a bad escape hides nothing', () => {
    assert.deepEqual(codes(lab(String.raw`{ exec: { command: "a\/b" } }`)).toSorted(), [
      'api-version-missing',
      'interactive-mode-missing',
      'syntax',
    ]);
  });
});

describe('what is behind an anchor is reported once', () => {
  test('for all its aliases', () => {
    const users = ['alice', 'bob', 'carol']
      .map((name) => `- { name: ${name}, user: { exec: *e } }`)
      .join('\n');
    const text = `x-exec: &e { command: 1, apiversion: x, apiVersion: client.authentication.k8s.io/v1beta1 }\nusers:\n${users}\n`;
    assert.deepEqual(codes(text), ['wrong-type', 'field-case']);
  });
});

describe('a password stays out of every text', () => {
  const texts = {
    'in a proxy':
      'clusters: [{ name: lab, cluster: { server: "https://lab", proxy-url: "socks5h://me:hunter2@proxy" } }]',
    'in a proxy without a scheme':
      'clusters: [{ name: lab, cluster: { server: "https://lab", proxy-url: "me:hunter2@proxy" } }]',
    'in a proxy that is no URL':
      'clusters: [{ name: lab, cluster: { server: "https://lab", proxy-url: "http://me:hunter2@[::1" } }]',
    'in a server': 'clusters: [{ name: lab, cluster: { server: "https:me:hunter2@lab/x" } }]',
    'in the wrong place': 'clusters: [{ name: lab, cluster: { server: [hunter2] } }]',
    'as a token of another type': 'users: [{ name: alice, user: { token: { hunter2: hunter2 } } }]',
  };
  for (const [title, text] of Object.entries(texts)) {
    test(title, () => {
      const all = 'current-context: dev\ncontexts: [{ name: dev, context: { cluster: lab, user: alice } }]\n';
      const found = checked(`${all}${text}\n`);
      assert.ok(found.diagnostics.some(({ severity }) => severity === 'error'));
      assert.doesNotMatch(JSON.stringify(found), /hunter2/);
    });
  }

  test('in an ExecCredential', () => {
    const text =
      'kind: hunter2\napiVersion: client.authentication.k8s.io/v1\nstatus:\n  token: "hunter2\\n"\n  expirationTimestamp: hunter2-hunter2\n';
    const found = check(new LocatedDocument('exec-credential', text), nowhere, 'x').diagnostics;
    const about = found.filter(({ code }) => code !== 'credential-kind');
    assert.ok(about.length >= 2);
    assert.doesNotMatch(JSON.stringify(about), /hunter2/);
  });
});

describe('the release that is judged for', () => {
  const judged = (kubernetesVersion: string | undefined, exec: string) =>
    check(
      new Kubeconfig(lab(`{ exec: { command: x, ${exec} } }`)),
      { ...nowhere, kubernetesVersion },
      'config',
    ).diagnostics.map(({ code }) => code);
  const version = (name: string) => `apiVersion: client.authentication.k8s.io/${name}`;

  const table: [string | undefined, string, string[]][] = [
    [undefined, version('v1'), ['interactive-mode-missing']],
    ['1.22', version('v1'), ['interactive-mode-missing']],
    ['v1.21.3', version('v1'), ['api-version-unsupported']],
    ['1.23', version('v1alpha1'), []],
    ['1.24', version('v1alpha1'), ['api-version-unsupported']],
    ['1.21', `${version('v1beta1')}, interactiveMode: Perhaps`, ['field-too-new']],
    ['1.22', `${version('v1beta1')}, interactiveMode: Perhaps`, ['interactive-mode-unknown']],
    ['1.19', `${version('v1beta1')}, installHint: x`, []],
    ['1.18', `${version('v1beta1')}, installHint: x`, ['field-too-new']],
    ['newest', version('v1beta1'), []],
  ];
  for (const [release, exec, expected] of table) {
    test(`${release}: ${exec}`, () => assert.deepEqual(judged(release, exec), expected));
  }
});

test('the next step fits JSON', () => {
  const [diagnostic] = checked('{"users": {"name": "a"}}').diagnostics;
  assert.match(diagnostic?.message ?? '', /Put it in \[…\]\.$/);
});

test('the verdict without a context', () => {
  assert.deepEqual(checked('users: []\n').contexts, [
    { name: null, current: true, accepted: true, kubectl: null },
  ]);
});
