import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig, type UserEntry } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';

const file = `current-context: dev
contexts:
- name: dev
  context: { cluster: lab, user: alice }
users:
- name: bob
  user: {}
- name: alice
  user:
    exec:
      command: |
        two
        lines
      args: [one, "two"]
`;

function user(document: Kubeconfig, name: string): UserEntry {
  const found = document.user(name);
  assert.ok(found);
  return found;
}

describe('an entry has positions of its own', () => {
  const inserts = {
    'a line at the top': (text: string) => `# a comment\n${text}`,
    'an entry before it': (text: string) => text.replace('users:\n', 'users:\n- name: carol\n  user: {}\n'),
    'a character in another entry': (text: string) => text.replace('name: bob', 'name: bobby'),
    'characters of two code units': (text: string) => `# 😀😀\n${text}`,
  };
  const before = user(new Kubeconfig(file), 'alice');

  for (const [title, insert] of Object.entries(inserts)) {
    test(title, () => {
      const text = insert(file);
      const after = user(new Kubeconfig(text), 'alice');
      assert.deepEqual(after.node, before.node);
      assert.equal(after.base - before.base, text.length - file.length);
    });
  }

  test('its base makes them absolute', () => {
    const args = before.at('user', 'exec', 'args', 1);
    assert.ok(args);
    assert.equal(file.slice(before.base + args.start, before.base + args.end), '"two"');
  });

  test('its end is that of its last value', () => {
    assert.equal(
      file
        .slice(before.base + before.node.start, before.base + before.node.end)
        .split('\n')
        .at(-1),
      '      args: [one, "two"]',
    );
    const command = before.at('user', 'exec', 'command');
    assert.equal(command && file.slice(before.base + command.start, before.base + command.end).at(-1), 's');
  });

  test('with anchors they count from the start of the text, as one node may stand in two entries', () => {
    const text = 'users:\n- name: a\n  user: &u { token: x }\n- name: b\n  user: *u\n';
    const document = new Kubeconfig(text);
    assert.equal(user(document, 'b').at('user'), user(document, 'a').at('user'));
    assert.deepEqual(
      document.users.map(({ base }) => base),
      [0, 0],
    );
  });

  test('an ampersand in an argument is no anchor', () => {
    const document = new Kubeconfig(file.replace('one', '"?a=1&b=2"'));
    assert.ok(user(document, 'alice').base > 0);
  });
});

describe('what makes an entry', () => {
  test('paths', () => {
    const paths = [...new Kubeconfig(file).entries()].map(({ path }) => path.join('.'));
    assert.deepEqual(paths, ['contexts.0', 'current-context', 'users.0', 'users.1']);
  });

  test('JSON', () => {
    const text = '{"users": [{"name": "a"}, {"name": "b"}], "clusters": []}';
    const document = new Kubeconfig(text);
    assert.deepEqual(
      document.users.map(({ name, base }) => [name, base]),
      [
        ['a', 11],
        ['b', 26],
      ],
    );
  });

  test('the last of two lists counts', () => {
    const document = new Kubeconfig('users: [{name: a}]\nusers: [{name: b}]\n');
    assert.deepEqual(
      document.users.map(({ name }) => name),
      ['b'],
    );
    assert.deepEqual(
      document.fields.map(({ shadowed }) => shadowed),
      [true, false],
    );
  });

  test('a list where none belongs is one entry, and its items keep their places', () => {
    const text = 'preferences:\n- colors: true\n- colors: false\n';
    const entry = new Kubeconfig(text).entry('preferences');
    assert.deepEqual(
      entry?.decoded.faults.map(({ found }) => found),
      ['array'],
    );
    const second = entry?.at(1, 'colors');
    assert.equal(entry && second && text.slice(entry.base + second.start, entry.base + second.end), 'false');
  });

  test('lists of null, of text, of nothing', () => {
    const document = new Kubeconfig('users: [null, x]\nclusters:\ncontexts: {}\n');
    assert.deepEqual(
      document.users.map(({ name }) => name),
      ['', ''],
    );
    assert.deepEqual([document.clusters, document.contexts], [[], []]);
  });
});

describe('look-up by name', () => {
  const document = new Kubeconfig(`users: [{name: a}, {name: b, user: {token: "1"}}, {name: b}, {user: {}}]
clusters: [{name: c}]
contexts: [{name: x, context: {user: b, cluster: c}}, {name: z, context: {user: b}}, {}]
`);

  test('the first of a name', () => assert.equal(document.user('b'), document.users[1]));
  test('none', () => assert.equal(document.cluster('d'), undefined));
  test('the contexts of a user', () => {
    assert.deepEqual(
      document.contextsOf(user(document, 'b')).map(({ name }) => name),
      ['x', 'z'],
    );
    assert.deepEqual(document.contextsOf(user(document, 'a')), []);
  });
  test('an unnamed user is found by a context that names none', () => {
    const [, , unnamed] = document.contexts;
    assert.ok(unnamed);
    assert.equal(document.userOf(unnamed), document.users[3]);
  });
});

test('an ExecCredential is read by a JSON parser if it begins with a brace', () => {
  const faults = (text: string) =>
    new LocatedDocument('exec-credential', text).faults.map(({ start }) => start);
  assert.deepEqual(faults(String.raw`{"status": {"token": "a\/b\ud83d\ude00"}}`), []);
  assert.deepEqual(faults('{"status": {"token": "ü",}}'), [25]);
  assert.deepEqual(faults('{"status": {}} x'), [15]);
  assert.deepEqual(faults('{"status": {'), [11]);
  assert.deepEqual(faults('status: { token: a, }'), []);
});
