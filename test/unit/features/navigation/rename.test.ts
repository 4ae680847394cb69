import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../../server/edits/edit';
import { prepareRename, rename } from '../../../../server/features/navigation/rename';
import { alone, type Given, together } from './scopes';

/** The texts that are changed, or why nothing is. */
function renamed({ scope, offset }: Given, newName: string): string | Record<number, string> | undefined {
  const result = rename(scope, offset, newName);
  if (!result) return undefined;
  if ('refusal' in result) return result.refusal;
  return Object.fromEntries(
    result.files.map(({ document, edits }) => {
      const index = scope.files.findIndex(({ fields }) => fields === document.fields);
      return [index, applyEdits(document.text, edits)];
    }),
  );
}

const one = (marked: string, newName: string) => {
  const result = renamed(alone(marked), newName);
  return typeof result === 'object' ? result[0] : result;
};

const file = `# mine
current-context: dev # now
contexts:
- context:
    cluster: lab
    user: 'alice'
  name: "dev"
- { name: other, context: { cluster: lab, user: alice } }
clusters:
- { name: lab, cluster: { server: "https://lab" } }
users:
- name: "alice" # me
  user: { token: alice }
`;
const at = (words: string) => file.replace(words, (found) => `${found.slice(0, -1)}|${found.slice(-1)}`);

describe('a name is changed everywhere, and nothing else', () => {
  test('a user, each in its quotes', () => {
    const expected = file
      .replace("user: 'alice'", "user: 'bob'")
      .replace('user: alice }', 'user: bob }')
      .replace('name: "alice"', 'name: "bob"');
    assert.equal(one(at('name: "alice"'), 'bob'), expected);
    assert.equal(one(at("user: 'alice'"), 'bob'), expected);
  });
  test('a context', () => {
    const expected = file.replace('t: dev', 't: prod').replace('"dev"', '"prod"');
    assert.equal(one(at('current-context: dev'), 'prod'), expected);
    assert.equal(one(at('name: "dev"'), 'prod'), expected);
  });
  test('a cluster', () => {
    const expected = file.replaceAll(': lab', ': eu').replace('name: lab', 'name: eu');
    assert.equal(one(at('name: lab'), 'eu'), expected);
  });
  test('its own name', () => assert.deepEqual(renamed(alone(at('name: lab')), 'lab'), {}));
  test('from the key', () => {
    assert.equal(one('users:\n- na|me: a\n', 'b'), 'users:\n- name: b\n');
    assert.equal(one('users:\n- us|er: {}\n  name: a\n', 'b'), 'users:\n- user: {}\n  name: b\n');
  });
});

describe('quotes', () => {
  const plain = 'users:\n- name: a|\ncontexts: [{context: {user: a}}]\n';
  const written = (newName: string) =>
    one(plain, newName)
      ?.match(/name: (.*)\n.*user: (.*)}}\]/)
      ?.slice(1);
  const cases: readonly (readonly [newName: string, block: string, flow: string])[] = [
    ['b', 'b', 'b'],
    ['yes', "'yes'", "'yes'"],
    ['off', "'off'", "'off'"],
    ['y', "'y'", "'y'"],
    ['123', "'123'", "'123'"],
    ['1e3', "'1e3'", "'1e3'"],
    ['0x1F', "'0x1F'", "'0x1F'"],
    ['1_000', "'1_000'", "'1_000'"],
    ['null', "'null'", "'null'"],
    ['~', "'~'", "'~'"],
    ['a: b', "'a: b'", "'a: b'"],
    ['a #b', "'a #b'", "'a #b'"],
    ['a,b', 'a,b', "'a,b'"],
    ['a]b', 'a]b', "'a]b'"],
    ['- a', "'- a'", "'- a'"],
    ['*a', "'*a'", "'*a'"],
    ['&a', "'&a'", "'&a'"],
    ['@a', "'@a'", "'@a'"],
    ["it's", "it's", "it's"],
    [' a', "' a'", "' a'"],
    ['a\tb', "'a\tb'", "'a\tb'"],
    ['a\nb', '"a\\nb"', '"a\\nb"'],
    ['größe', 'größe', 'größe'],
    [
      'arn:aws:eks:eu-west-1:1:cluster/a',
      'arn:aws:eks:eu-west-1:1:cluster/a',
      'arn:aws:eks:eu-west-1:1:cluster/a',
    ],
  ];
  for (const [newName, block, flow] of cases) {
    test(JSON.stringify(newName), () => assert.deepEqual(written(newName), [block, flow]));
  }
  test('single quotes stay, and are doubled', () => {
    assert.equal(one("users: [{name: 'a|'}]", "it's"), "users: [{name: 'it''s'}]");
  });
  test('JSON', () => {
    const json = '{"users": [{"name": "a|"}], "contexts": [{"context": {"user": "a"}}]}';
    const expected = '{"users": [{"name": "b\\"\\\\"}], "contexts": [{"context": {"user": "b\\"\\\\"}}]}';
    assert.equal(one(json, 'b"\\'), expected);
  });
  test('a name in a block', () => {
    assert.equal(one('users:\n- name: >-\n    a‸\n  user: {}\n', 'b'), 'users:\n- name: b\n  user: {}\n');
  });
  test('CRLF', () => assert.equal(one('users:\r\n- name: a|\r\n', 'b'), 'users:\r\n- name: b\r\n'));
});

describe('refused, with the reason', () => {
  test('an empty name', () => assert.match(String(one(at('name: lab'), '')), /A cluster needs a name/));
  test('a name that is taken', () => {
    assert.match(String(one(at('name: other'), 'dev')), /already a context "dev" in this file/);
  });
  test('a name that something refers to already', () => {
    const marked = 'contexts: [{name: c, context: {user: bob}}]\nusers: [{name: a|}]';
    assert.match(String(one(marked, 'bob')), /context "c" in this file already refers to a user "bob"/);
    const current = 'current-context: x\ncontexts: [{name: a|}]';
    assert.match(String(one(current, 'x')), /current-context in this file already refers to a context "x"/);
  });
  test('a name that nothing has', () => {
    assert.match(String(one('contexts: [{context: {user: a|}}]', 'b')), /no user "a" in this file to rename/);
  });
  test('a reference to one of two', () => {
    const marked = 'contexts: [{context: {user: a|}}]\nusers: [{name: a}, {name: a}]';
    assert.match(String(one(marked, 'b')), /several users "a", and kubectl refuses the file/);
  });
  test('an anchor that stands for something else as well', () => {
    const marked = 'users: [{name: &a x|}]\ncontexts: [{name: *a, context: {user: x}}]';
    assert.match(String(one(marked, 'b')), /anchor.*stands for something else/);
    const value = 'users: [{name: &a x|, user: {exec: {command: *a}}}]';
    assert.match(String(one(value, 'b')), /stands for something else/);
  });
  test('a tag that makes another value of the text', () => {
    assert.match(String(one('users: [{name: !!binary YQ|==}]', 'b')), /a tag/);
  });
  test('no name, no rename', () => assert.equal(one('kind: Conf|ig\nusers: []', 'b'), undefined));
});

describe('anchors, aliases and merge keys', () => {
  test('what stands for the same name only', () => {
    const text = 'users: [{name: &a x}]\ncontexts: [{name: c, context: {user: *a}}]\n';
    assert.equal(one(text.replace('x}', 'x|}'), 'b'), text.replace('x}', 'b}'));
    assert.equal(one(text.replace('*a', '*|a'), 'b'), text.replace('x}', 'b}'));
  });
  test('a base that contexts share', () => {
    const text = 'x-base: &x {user: a}\ncontexts: [{name: c, context: {<<: *x}}]\nusers: [{name: a}]\n';
    const expected = text.replace('user: a', 'user: b').replace('name: a', 'name: b');
    assert.equal(one(text.replace('name: a', 'name: a|'), 'b'), expected);
  });
});

describe('two entries of a name', () => {
  test('in one file: only the one at the cursor', () => {
    const text = 'contexts: [{context: {user: a}}]\nusers: [{name: a}, {name: a}]\n';
    assert.equal(one(text.replace(/a}\]\n$/, 'a|}]\n'), 'b'), text.replace(/a}\]\n$/, 'b}]\n'));
  });
  test('in two files: the hidden one alone', () => {
    const given = together('users: [{name: a}]', 'users: [{name: a|}]\ncontexts: [{context: {user: a}}]');
    assert.deepEqual(renamed(given, 'b'), { 1: 'users: [{name: b}]\ncontexts: [{context: {user: a}}]' });
    const result = rename(given.scope, given.offset, 'b');
    assert.match(String(result && 'note' in result && result.note), /Only this user.*user "a" of \/here\/0/);
  });
  test('in two files: with the one that counts', () => {
    const given = together('users: [{name: a|}]', 'users: [{name: a}]\ncontexts: [{context: {user: a}}]');
    const second = 'users: [{name: b}]\ncontexts: [{context: {user: b}}]';
    assert.deepEqual(renamed(given, 'b'), { 0: 'users: [{name: b}]', 1: second });
  });
});

describe('several files', () => {
  const people = 'users:\n- name: "alice"\n';
  const places = 'contexts:\n- context: { user: al|ice }\n';
  test('from where it is used', () => {
    assert.deepEqual(renamed(together(people, places), 'yes'), {
      0: 'users:\n- name: "yes"\n',
      1: "contexts:\n- context: { user: 'yes' }\n",
    });
  });
  test('a name that another file has', () => {
    const given = together(places, people, 'users: [{name: bob}]');
    assert.match(String(renamed(given, 'bob')), /already a user "bob" in \/here\/2/);
  });
  test('a name that another file refers to', () => {
    const given = together('users: [{name: a|}]', 'contexts: [{name: c, context: {user: b}}]');
    assert.match(String(renamed(given, 'b')), /context "c" in \/here\/1 already refers to a user "b"/);
  });
});

describe('what may be renamed', () => {
  const prepared = (marked: string) => {
    const { scope, offset, text } = alone(marked);
    const found = prepareRename(scope, offset);
    if (!found) return undefined;
    return 'refusal' in found ? found.refusal : `${found.name}: ${text.slice(found.start, found.end)}`;
  };
  const cases: Record<string, [string, string | undefined]> = {
    'a name': ['users: [{name: a|b}]', 'ab: ab'],
    'without its quotes': ['users: [{name: "a|b"}]', 'ab: ab'],
    escaped: ['users: [{name: "a|\\"b"}]', 'a"b: "a\\"b"'],
    'from its key': ['users: [{na|me: "ab"}]', 'ab: ab'],
    'from a key on another line': ['users:\n- us|er: {}\n  name: ab', 'ab: user'],
    'an alias': ['users: [{name: &n ab}]\ncontexts: [{context: {user: *|n}}]', 'ab: *n'],
    nothing: ['users: [{name: ab, user: {token: x|}}]', undefined],
  };
  for (const [title, [marked, expected]] of Object.entries(cases)) {
    test(title, () => assert.equal(prepared(marked), expected));
  }
  test('a name that is nowhere defined is refused at once', () => {
    assert.match(prepared('current-context: x|') ?? '', /no context "x" in this file to rename/);
  });
});
