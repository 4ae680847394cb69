import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
folder.write('plugin', '#!/bin/sh\n', 0o755);

const right = `# the lab
apiVersion: v1
kind: Config
current-context: lab
contexts:
  - name: lab
    context: { cluster: lab, user: jane }
clusters:
  - name: lab
    cluster: { server: https://lab.example }
users:
  - name: jane
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: ./plugin
        args:
          - --port
          - '8080' # ours
        interactiveMode: IfAvailable
`;
// A fault that keeps kubectl from decoding, and one that it would only find then.
const wrong = right.replace("'8080'", '8080').replace('        interactiveMode: IfAvailable\n', '');
const lines = (word: string, path: string) => [
  `${path}:19:13 ${word} wrong-type Put the value in quotes`,
  `${path}:15:9 ${word} interactive-mode-missing Add "interactiveMode: IfAvailable"`,
];

const run = (args: string[], input = '') => kubeconfigExec(['check', ...args], { cwd, input });
const read = (name: string) => readFileSync(`${cwd}/${name}`, 'utf8');

describe('--fix', () => {
  test('writes what it has made of a file, and says what', async () => {
    folder.write('wrong', wrong, 0o600);
    const { code, stdout, stderr } = await run(['--fix', 'wrong']);
    assert.equal(read('wrong'), right);
    assert.deepEqual(stdout.trimEnd().split('\n').toSorted(), lines('fixed', 'wrong').toSorted());
    assert.equal(stderr, '2 fixes made; 0 errors, 0 warnings left in 1 file.\n');
    assert.equal(code, 0);
    assert.equal(statSync(`${cwd}/wrong`).mode & 0o777, 0o600);
  });

  test('leaves a file alone in which nothing is wrong', async () => {
    const path = folder.write('right', right);
    const { mtimeMs, ino } = statSync(path);
    const { code, stdout, stderr } = await run(['--fix', 'right']);
    assert.deepEqual([code, stdout, stderr], [0, '', '0 fixes made; 0 errors, 0 warnings left in 1 file.\n']);
    assert.deepEqual([statSync(path).mtimeMs, statSync(path).ino], [mtimeMs, ino]);
  });

  test('ends with 1 where an error is left, at its place in the new text', async () => {
    folder.write('some', wrong.replace('        command: ./plugin\n', '').replace('--port', 'token'));
    const { code, stdout, stderr } = await run(['--fix', 'some']);
    assert.equal(code, 1);
    assert.match(stdout, /^some:18:13 fixed wrong-type /m);
    assert.match(stdout, /^some:14:7 error command-missing /m);
    assert.equal(stderr, '2 fixes made; 1 error, 0 warnings left in 1 file.\n');
  });

  test('keeps line breaks, byte order marks and UTF-16', async () => {
    const encodings: Record<string, (text: string) => string | Buffer> = {
      crlf: (text) => text.replaceAll('\n', '\r\n'),
      bom: (text) => `\uFEFF${text}`,
      utf16le: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      utf16be: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    };
    for (const [name, encode] of Object.entries(encodings)) {
      folder.write(name, encode(wrong));
      const { code } = await run(['--fix', name]);
      assert.deepEqual([code, readFileSync(`${cwd}/${name}`)], [0, Buffer.from(encode(right))], name);
    }
  });

  test('writes bytes that are no UTF-8 as the characters that they are on Windows', async () => {
    folder.write('latin', Buffer.from(right.replace('the lab', 'caf\xe9 \x80'), 'latin1'));
    const { stdout } = await run(['--fix', 'latin']);
    assert.equal(stdout, 'latin:1:6 fixed syntax Write it in valid UTF-8\n');
    assert.equal(read('latin'), right.replace('the lab', 'café €'));
  });

  test('leaves a text that it cannot make readable', async () => {
    const text = `${wrong}}]: {\n\t- "\n`;
    folder.write('hopeless', text);
    const { code } = await run(['--fix', 'hopeless']);
    assert.deepEqual([code, read('hopeless')], [1, text]);
  });

  test('changes, of merged files, that which has the fault', async () => {
    const [users, rest] = [wrong.slice(wrong.indexOf('users:')), wrong.slice(0, wrong.indexOf('users:'))];
    folder.write('rest', rest.replace('user: jane', 'user: jnae'));
    folder.write('users', users);
    const { code, stdout } = await run([
      '--fix',
      '--kubeconfig',
      ['rest', 'users'].join(process.platform === 'win32' ? ';' : ':'),
    ]);
    assert.equal(read('rest'), rest);
    assert.equal(read('users'), right.slice(right.indexOf('users:')));
    assert.match(stdout, /^rest:7:36 fixed context-user-not-found Write "jane"$/m);
    assert.equal(code, 0);
  });

  test('of standard input prints the document, and reports beside it', async () => {
    const { code, stdout, stderr } = await run(['--fix', '-'], wrong);
    assert.deepEqual([code, stdout], [0, right]);
    const report = stderr.trimEnd().split('\n');
    assert.deepEqual(report.slice(0, 2).toSorted(), lines('fixed', '-').toSorted());
    assert.equal(report.at(-1), '2 fixes made; 0 errors, 0 warnings left in 1 file.');
  });

  test('makes no fix of a rule that is off', async () => {
    folder.write('off', right.replace('command:', 'Command:'));
    await run(['--fix', '--rule', 'field-case=off', '--rule', 'command-missing=off', 'off']);
    assert.match(read('off'), /Command:/);
  });

  test('tells neither tokens nor keys', async () => {
    const secret = 'c2VjcmV0LXRva2VuLXRoYXQtbm9ib2R5LXNlZXM';
    folder.write('secret', wrong.replace('      exec:', `      token: ["${secret}"]\n      exec:`));
    for (const flags of [['--fix-dry-run'], ['--fix-dry-run', '--format', 'json'], ['--fix']]) {
      const { stdout, stderr } = await run([...flags, 'secret']);
      assert.match(stdout, /wrong-type/);
      assert.ok(!(stdout + stderr).includes(secret));
    }
    assert.match(read('secret'), new RegExp(`token: "?${secret}`));
  });
});

describe('--fix-dry-run', () => {
  test('says the same and writes nothing', async () => {
    folder.write('dry', wrong);
    const { code, stdout, stderr } = await run(['--fix-dry-run', 'dry']);
    assert.deepEqual(stdout.trimEnd().split('\n').toSorted(), lines('would-fix', 'dry').toSorted());
    assert.equal(stderr, '2 fixes would be made; 0 errors, 0 warnings left in 1 file.\n');
    assert.deepEqual([code, read('dry')], [0, wrong]);
  });

  test('puts what would be left at its place in the text that is there', async () => {
    folder.write(
      'left',
      wrong.replace('8080 # ours', '8080\n          - {a: b}').replace('./plugin', './gone'),
    );
    const { stdout } = await run(['--fix-dry-run', 'left']);
    assert.match(stdout, /^left:16:18 warning command-not-found /m);
  });

  test('as JSON has what is fixed beside what is left, each with its fixes', async () => {
    folder.write('json', wrong.replace('        command: ./plugin\n', '').replace('--port', 'token'));
    const { code, stdout } = await run(['--fix-dry-run', '--format', 'json', 'json']);
    const [file] = JSON.parse(stdout).files;
    const range = { start: { line: 17, character: 12 }, end: { line: 17, character: 16 } };
    assert.deepEqual(
      file.fixed.find(({ code }: { code: string }) => code === 'wrong-type'),
      {
        code: 'wrong-type',
        severity: 'error',
        title: 'Put the value in quotes',
        kind: 'safe',
        range,
      },
    );
    assert.deepEqual(
      file.diagnostics.map(({ code, fixes }: { code: string; fixes: unknown }) => ({ code, fixes })),
      [{ code: 'command-missing', fixes: [{ title: 'Remove the exec block', kind: 'choice' }] }],
    );
    assert.equal(code, 1);
  });
});

describe('wrong usage', () => {
  const cases: readonly [args: string[], problem: RegExp][] = [
    [['--fix', '--fix-dry-run', 'x'], /not both/],
    [['--fix', '-', 'x'], /standard input alone/],
    [['--fix', '--format', 'json', '-'], /leave --format json out/],
    [['--fix=yes', 'x'], /--fix takes no value/],
  ];
  for (const [args, problem] of cases) {
    test(args.join(' '), async () => {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, problem);
    });
  }

  const skip =
    process.getuid?.() === 0 ? 'root may write everywhere' : process.platform === 'win32' && 'no modes';
  test('a file that cannot be written is left, and said so', { skip }, async () => {
    const path = folder.write('locked/config', wrong);
    chmodSync(dirname(path), 0o555);
    const { code, stdout, stderr } = await run(['--fix', path]);
    chmodSync(dirname(path), 0o755);
    assert.deepEqual([code, stdout, readFileSync(path, 'utf8')], [2, '', wrong]);
    assert.match(stderr, /config is left as it is: permission denied/);
  });
});
