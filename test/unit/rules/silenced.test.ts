import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { Merged } from '../../../server/document/merged';
import { readDocument } from '../../../server/document/read-document';
import { check, checkTogether } from '../../../server/rules/check';
import { ruleCodes } from '../../../server/rules/index';
import { type Level, levels, readLevels } from '../../../server/rules/levels';

const noMachine = { environment: undefined, directory: undefined };

function shown(text: string, changed: Record<string, Level> = {}): string[] {
  const context = { ...noMachine, levels: new Map(Object.entries(changed)) };
  const { diagnostics } = check(new Kubeconfig(text), context, 'config');
  return diagnostics.map(({ code, severity, start }) => {
    return `${text.slice(0, start).split('\n').length} ${severity} ${code}`;
  });
}

const exec = (first: string, second = '', third = '') => `${first}
current-context: dev
contexts: [{ name: dev, context: { cluster: lab, user: alice } }]
clusters: [{ name: lab, cluster: { server: "https://lab:6443" } }]
users:
- name: alice
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      ${third}
      command: $HOME/tool ${second}
      args: [--password, hunter2, ~/x]
`;
const all = [
  '11 warning command-not-expanded',
  '12 warning secret-in-args',
  '12 information value-not-expanded',
];

describe('a comment silences', () => {
  test('nothing without one', () => assert.deepEqual(shown(exec('#')), all));

  test('its own line', () => {
    const text = exec('#', '# kubeconfig-exec-disable-line command-not-expanded, secret-in-args');
    assert.deepEqual(shown(text), all.slice(1), 'the second is on another line');
  });

  test('the next line', () => {
    const text = exec('#', '', '# kubeconfig-exec-disable-next-line command-not-expanded secret-in-args');
    assert.deepEqual(shown(text), all.slice(1));
  });

  test('the whole file', () => {
    const text = exec('#kubeconfig-exec-disable command-not-expanded,value-not-expanded -- known to all');
    assert.deepEqual(shown(text), all.slice(1, 2));
  });

  test('only what it names, and only as a comment', () => {
    assert.deepEqual(shown(exec('x: "# kubeconfig-exec-disable secret-in-args"')).slice(1), all);
    assert.deepEqual(shown(exec('x: it"s # kubeconfig-exec-disable secret-in-args')).slice(1), [
      all[0],
      all[2],
    ]);
  });

  test('with other ends of lines', () => {
    const text = exec(
      '#',
      '# kubeconfig-exec-disable-line command-not-expanded',
      '# kubeconfig-exec-disable-next-line x',
    );
    assert.deepEqual(shown(text.replaceAll('\n', '\r\n')), [
      '10 information unknown-rule-code',
      ...all.slice(1),
    ]);
  });

  test('in an ExecCredential and a kuberc', () => {
    const text = '# kubeconfig-exec-disable credential-missing\nkind: ExecCredential\nstatus: {}\n';
    const { diagnostics } = check(readDocument('exec-credential', text), noMachine, 'credential');
    assert.ok(diagnostics.length > 0);
    assert.ok(diagnostics.every(({ code }) => code !== 'credential-missing'));
  });

  test('in one of several files only', () => {
    const [first, second] = [
      exec('# kubeconfig-exec-disable secret-in-args'),
      exec('#').replaceAll('alice', 'bob'),
    ];
    const files = [first, second].map((text, index) => {
      return { path: `/here/${index}`, displayPath: `${index}`, document: new Kubeconfig(text) };
    });
    const codes = checkTogether(new Merged(files), { environment: undefined }).files.map(({ diagnostics }) =>
      diagnostics.flatMap(({ code }) => (code === 'secret-in-args' ? [code] : [])),
    );
    assert.deepEqual(codes, [[], ['secret-in-args']]);
  });
});

test('what kubectl accepts does not change', () => {
  const text = exec('# kubeconfig-exec-disable command-missing').replace(/^.*command: .*\n/m, '');
  const { contexts, diagnostics } = check(new Kubeconfig(text), noMachine, 'config');
  assert.equal(contexts[0]?.accepted, false);
  assert.match(contexts[0]?.kubectl ?? '', /command must be specified/);
  assert.ok(diagnostics.every(({ severity }) => severity !== 'error'));
  const changed = check(
    new Kubeconfig(text.replace('#', 'x: #')),
    { ...noMachine, levels: new Map([['command-missing', 'hint']]) },
    'config',
  );
  assert.deepEqual(changed.contexts, contexts);
});

test('a level takes the place of the severity', () => {
  for (const level of levels) {
    const found = shown(exec('#'), { 'secret-in-args': level });
    const rest = level === 'off' ? [] : [`12 ${level} secret-in-args`];
    assert.deepEqual(found, [all[0], ...rest, all[2]]);
  }
  const faulty = shown('users: 1\n', { 'wrong-type': 'information' });
  assert.ok(faulty.includes('1 information wrong-type'), `${faulty}`);
});

test('what a setting says', () => {
  const read = (setting: unknown) => readLevels(setting, ruleCodes);
  assert.deepEqual([...read({ 'command-missing': 'off' }).levels], [['command-missing', 'off']]);
  assert.deepEqual(read({ 'command-missing': 'error' }).problems, []);
  for (const nothing of [undefined, null, [], 'off', 1]) {
    assert.deepEqual(read(nothing), { levels: new Map(), problems: [] });
  }
  const { levels: left, problems } = read({
    nobody: 'off',
    'command-missing': 'warn',
    __proto__: 'off',
    a: {},
  });
  assert.equal(left.size, 0);
  assert.deepEqual(problems, [
    'There is no rule "nobody".',
    'The level of rule "command-missing" is none of off, error, warning, information, hint.',
    'There is no rule "a".',
  ]);
});

test('many comments take no time that grows with their square', () => {
  const line = '# kubeconfig-exec-disable-next-line no-such-check, other-one\n';
  const time = (count: number) => {
    const document = new Kubeconfig(line.repeat(count));
    const start = performance.now();
    assert.equal(check(document, noMachine, 'config').diagnostics.length, 2 * count);
    return performance.now() - start;
  };
  time(500);
  const [few, many] = [time(1000), time(8000)];
  assert.ok(many < 40 * few + 200, `${few.toFixed()} ms for 1000, ${many.toFixed()} ms for 8000`);
});
