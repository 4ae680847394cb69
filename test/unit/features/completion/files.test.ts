import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counting } from '../../counting';
import { type FakeWorld, fakeEnvironment } from '../../plugin/fakes';
import { checkRow, completionAt, type Options, type Row } from './accept';

const file = { kind: 'file' } as const;
const plain = { kind: 'file', executable: false } as const;
const folder = { kind: 'directory' } as const;

const world: FakeWorld = {
  variables: { PATH: '/usr/bin:relative:/opt/bin' },
  files: {
    '/usr/bin': folder,
    '/usr/bin/aws': file,
    '/usr/bin/awk': file,
    '/usr/bin/notes': plain,
    '/usr/bin/kubectl-oidc_login': file,
    '/opt/bin': folder,
    '/opt/bin/my-plugin': file,
    '/here': folder,
    '/here/certs': folder,
    '/here/certs/ca.crt': plain,
    '/here/certs/it is me.crt': plain,
    '/here/certs/.hidden': plain,
    '/here/plug.sh': file,
    '/here/readme': plain,
    '/home/jane/.kube': folder,
    '/home/jane/.kube/ca.crt': plain,
  },
};
const options: Options = { environment: fakeEnvironment(world), directory: '/here' };

const exec = (inside: string) => `users:\n- name: a\n  user:\n    exec:\n      ${inside}\n`;
const cluster = (inside: string) => `clusters:\n- name: c\n  cluster:\n    ${inside}\n`;

const rows: Readonly<Record<string, Row>> = {
  'a command: those of known plugins, and kubectl plugins': {
    at: exec('command: |'),
    offers: ['aws', 'kubelogin', 'kubectl-oidc_login'],
    lacks: ['awk', 'my-plugin'],
    accept: 'aws',
    becomes: exec('command: aws'),
  },
  'a command that is begun': {
    at: exec('command: aw|'),
    offers: ['aws', 'awk'],
    lacks: ['my-plugin', 'notes'],
    accept: 'awk',
    becomes: exec('command: awk'),
  },
  'a file that may not be executed is no command': { at: exec('command: no|'), lacks: ['notes'] },
  'a command in another folder of PATH': {
    at: exec('command: "my|"'),
    offers: ['my-plugin'],
    accept: 'my-plugin',
    becomes: exec('command: "my-plugin"'),
  },
  'a path starts at the folder of the kubeconfig': {
    at: exec('command: ./|'),
    only: ['plug.sh', 'certs/'],
    accept: 'plug.sh',
    becomes: exec('command: ./plug.sh'),
  },
  'an absolute path': {
    at: exec('command: /opt/|'),
    only: ['bin/'],
    accept: 'bin/',
    becomes: exec('command: /opt/bin/'),
    options: { ...options, environment: fakeEnvironment({ files: { '/opt/bin': folder } }) },
  },
  'a file for a certificate': {
    at: cluster('certificate-authority: certs/c|'),
    only: ['ca.crt'],
    accept: 'ca.crt',
    becomes: cluster('certificate-authority: certs/ca.crt'),
  },
  'a file without a separator': {
    at: cluster('certificate-authority: |'),
    only: ['plug.sh', 'readme', 'certs/'],
    accept: 'certs/',
    becomes: cluster('certificate-authority: certs/'),
  },
  'a file name with blanks': {
    at: cluster('certificate-authority: "certs/i|"'),
    accept: 'it is me.crt',
    becomes: cluster('certificate-authority: "certs/it is me.crt"'),
  },
  'hidden files, once a dot is there': {
    at: cluster('certificate-authority: certs/.|'),
    only: ['.hidden'],
  },
  'the home folder is written out, since kubectl does not know its sign': {
    at: cluster('certificate-authority: ~/.kube/|'),
    only: ['ca.crt'],
    accept: 'ca.crt',
    becomes: cluster('certificate-authority: /home/jane/.kube/ca.crt'),
  },
  'a key and a token file': {
    at: 'users:\n- name: a\n  user:\n    client-key: re|\n',
    only: ['readme'],
    accept: 'readme',
    becomes: 'users:\n- name: a\n  user:\n    client-key: readme\n',
  },
  'a token file in JSON': {
    at: '{ "users": [{ "user": { "tokenFile": "re|" } }] }',
    accept: 'readme',
    becomes: '{ "users": [{ "user": { "tokenFile": "readme" } }] }',
  },
  'a folder that is not there': { at: cluster('certificate-authority: nowhere/|'), only: [] },
};

describe('completion of commands and files', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow({ options, ...row }));

  test('lists of files may change with each letter, others do not', () => {
    assert.equal(completionAt(exec('command: a|'), options).incomplete, true);
    assert.equal(completionAt(cluster('certificate-authority: |'), options).incomplete, true);
    assert.equal(completionAt(exec('interactiveMode: |'), options).incomplete, false);
  });
});

describe('what is looked at', () => {
  test('nothing without trust', () => {
    const found = completionAt(exec('command: |'));
    assert.ok(found.labels.includes('aws'));
    assert.ok(!found.labels.includes('kubectl-oidc_login'));
    assert.deepEqual(completionAt(cluster('certificate-authority: certs/|')).labels, []);
  });

  test('nothing for a key, and no folder of another machine', () => {
    const windows = fakeEnvironment({ platform: 'win32', variables: { PATH: '\\\\far\\bin;C:\\bin' } });
    const { files, accesses } = counting(windows.files);
    const here: Options = { environment: { ...windows, files }, directory: 'C:\\work' };
    completionAt('kind: Config\n|', here);
    assert.deepEqual(accesses, []);
    completionAt(exec('command: x|'), here);
    assert.deepEqual(accesses, ['list C:\\bin']);
    accesses.length = 0;
    completionAt(cluster("certificate-authority: '\\\\far\\share\\|'"), here);
    completionAt(cluster('certificate-authority: //far/share/|'), here);
    completionAt(cluster('certificate-authority: |'), { ...here, directory: '\\\\far\\share' });
    assert.deepEqual(accesses, []);
  });

  test('on Windows', () => {
    const environment = fakeEnvironment({
      platform: 'win32',
      variables: { PATH: 'C:\\bin' },
      files: {
        'C:\\bin': folder,
        'C:\\bin\\my-plugin.exe': file,
        'C:\\bin\\notes.txt': file,
        'C:\\work\\certs': folder,
      },
    });
    const here: Options = { environment, directory: 'C:\\work' };
    assert.ok(completionAt(exec('command: my|'), here).labels.includes('my-plugin'));
    assert.ok(!completionAt(exec('command: n|'), here).labels.some((label) => label.startsWith('notes')));
    checkRow({
      at: cluster('certificate-authority: .\\|'),
      only: ['certs\\'],
      accept: 'certs\\',
      becomes: cluster('certificate-authority: .\\certs\\'),
      options: here,
    });
  });

  test('a folder with many files shows some', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `/usr/bin/tool-${index}`);
    const files = Object.fromEntries([['/usr/bin', folder], ...names.map((name) => [name, file])]);
    const environment = fakeEnvironment({ variables: { PATH: '/usr/bin' }, files });
    const found = completionAt(exec('command: tool|'), { environment, directory: '/here' });
    assert.equal(found.labels.filter((label) => label.startsWith('tool-')).length, 100);
    assert.equal(found.incomplete, true);
  });
});
