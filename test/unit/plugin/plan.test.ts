import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planOf, withOverrides } from '../../../server/plugin';
import type { ExecBlock, ExecTarget } from '../../../server/plugin/target';
import type { RunOverrides } from '../../../server/protocol';
import { counting } from '../counting';
import { clusterInfo, type FakeFile, fakeEnvironment, targetWith, v1 } from './fakes';

const exec: Partial<ExecBlock> = {
  command: 'demo-cred',
  args: ['get', '--token', 'arg-secret'],
  env: [
    { name: 'API_TOKEN', value: 'env-secret' },
    { name: 'EMPTY', value: '' },
  ],
};
const target = targetWith(exec);
const plugin: FakeFile = { content: 'v1' };
const at = (files: Readonly<Record<string, FakeFile>>, PATH = '/bin') =>
  fakeEnvironment({ files, variables: { PATH }, cwd: '/here' });
const environment = at({ '/bin/demo-cred': plugin });

const idOf = async (of: ExecTarget, on = environment, forced = false) =>
  (await planOf(of, on, forced)).plan.approvalId;

/** The same target with something of its exec block changed. */
const withExec = (changes: Partial<ExecBlock>) => targetWith({ ...exec, ...changes });
const overridden = (overrides: RunOverrides | object): ExecTarget => ({ ...target, overrides });

describe('what the user is asked to approve', () => {
  test('is shown without secrets', async () => {
    const { approvalId, ...shown } = (await planOf(target, environment)).plan;
    assert.deepEqual(shown, {
      command: 'demo-cred',
      resolvedPath: '/bin/demo-cred',
      args: ['get', '--token', '[redacted]'],
      envNames: ['API_TOKEN', 'EMPTY'],
      kubeconfigPath: '/home/jane/.kube/config',
      files: [{ role: 'program', path: '/bin/demo-cred', fingerprint: 'sha256:v1' }],
      execInfo: { kind: 'ExecCredential', apiVersion: v1, spec: { interactive: false } },
      cwd: '/here',
      terminal: 'never',
    });
    assert.match(approvalId, /^[0-9a-f]{64}$/);
  });

  test('has no executable when there is none', async () => {
    const { resolvedPath, files } = (await planOf(target, at({}))).plan;
    assert.deepEqual([resolvedPath, files], [null, []]);
  });

  test('says whether there is a terminal, as the plugin would be told', async () => {
    const modes = ['Never', 'IfAvailable', 'Always'] as const;
    const found = modes.flatMap((interactiveMode) =>
      [undefined, true, false].map(async (interactive) => {
        const of = withOverrides(targetWith({ interactiveMode }), { interactive });
        const { terminal, execInfo } = (await planOf(of, environment)).plan;
        return [interactiveMode, interactive, terminal, execInfo?.spec?.interactive];
      }),
    );
    assert.deepEqual(await Promise.all(found), [
      ['Never', undefined, 'never', false],
      ['Never', true, 'possible', true],
      ['Never', false, 'never', false],
      ['IfAvailable', undefined, 'possible', false],
      ['IfAvailable', true, 'possible', true],
      ['IfAvailable', false, 'never', false],
      ['Always', undefined, 'needed', true],
      ['Always', true, 'needed', true],
      ['Always', false, 'never', false],
    ]);
  });

  const changed: Readonly<Record<string, () => Promise<string>>> = {
    'an argument': () => idOf(withExec({ args: ['put'] })),
    'a hidden argument': () => idOf(withExec({ args: ['get', '--token', 'another'] })),
    'arguments that are split elsewhere': () => idOf(withExec({ args: ['get --token', 'arg-secret'] })),
    'no variables': () => idOf(withExec({ env: [] })),
    'the value of a variable': () =>
      idOf(withExec({ env: [{ name: 'API_TOKEN', value: 'x' }, ...(exec.env ?? []).slice(1)] })),
    'the name of a variable': () =>
      idOf(withExec({ env: [...(exec.env ?? []).slice(0, 1), { name: 'FULL', value: '' }] })),
    'variables in another order, as the last one counts': () =>
      idOf(withExec({ env: (exec.env ?? []).toReversed() })),
    'a command by its path': () => idOf(withExec({ command: '/bin/demo-cred' })),
    'another kubeconfig': () => idOf({ ...target, kubeconfigPath: '/tmp/config' }),
    'other content': () => idOf(target, at({ '/bin/demo-cred': { content: 'v2' } })),
    'another folder of PATH': () => idOf(target, at({ '/opt/demo-cred': plugin }, '/opt')),
    'no executable': () => idOf(target, at({})),
    'that kubectl would refuse it': () => idOf(target, environment, true),
    'a variable besides': () => idOf(overridden({ env: { PATH: '/tmp' } })),
    'a variable taken away': () => idOf(overridden({ env: { API_TOKEN: null } })),
    'a folder to run in': () => idOf(overridden({ cwd: '/tmp' })),
    'an override that is not known yet': () => idOf(overridden({ wrapper: 'sudo' })),
  };
  test('is another one by another path to the same file, which a program may go by', async () => {
    const of = (PATH: string) => {
      const on = at({ '/one/demo-cred': plugin, '/two/demo-cred': plugin }, PATH);
      const programs = { ...on.programs, realPath: () => '/one/demo-cred' };
      return planOf(target, { ...on, programs } as typeof on);
    };
    const [one, two] = [await of('/one'), await of('/two')];
    assert.deepEqual(one.plan.files, two.plan.files);
    assert.notEqual(one.plan.approvalId, two.plan.approvalId);
  });

  test('is found to be old as soon as the executable is another, or found elsewhere', async () => {
    const file = { content: 'v1' };
    const variables = { PATH: '/none:/bin' };
    const { isCurrent } = await planOf(target, { ...at({ '/bin/demo-cred': file }), variables });
    assert.ok(isCurrent());
    file.content = 'v2';
    assert.ok(!isCurrent());
    file.content = 'v1';
    assert.ok(isCurrent());
    variables.PATH = '/none';
    assert.ok(!isCurrent());
  });

  test('changes with all that decides what is executed', async () => {
    const ids = new Map([[await idOf(target), 'nothing']]);
    for (const [what, id] of Object.entries(changed)) {
      const known = ids.get(await id());
      assert.equal(known, undefined, `${what}: as with ${known}`);
      ids.set(await id(), what);
    }
  });

  const same: Readonly<Record<string, ExecTarget>> = {
    'another context': { ...target, context: 'dangling', cluster: null, clusterInfo: null },
    'the install hint': withExec({ installHint: 'x' }),
    'what the plugin is told': overridden({
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      interactive: true,
      provideClusterInfo: true,
      cluster: 'another',
      kubernetesVersion: '1.29',
      execInfo: '{}',
    }),
    'no variables to set': overridden({ env: {} }),
    'what is overridden with nothing': overridden({ env: undefined, cwd: undefined }),
  };
  for (const [what, other] of Object.entries(same)) {
    test(`stays with ${what}`, async () => assert.equal(await idOf(other), await idOf(target)));
  }

  test('is never the same where nothing tells programs apart', async () => {
    const { programs: _, ...blind } = environment;
    assert.notEqual(await idOf(target, blind), await idOf(target, blind));
  });
});

describe('the files that become code', () => {
  const rolesOf = async (of: Partial<ExecBlock>, files: Readonly<Record<string, FakeFile>>) => {
    const { plan } = await planOf(targetWith(of), at(files, '/bin:/usr/bin'));
    return plan.files.map(({ role, path }) => `${role} ${path}`);
  };
  const script = (line: string): FakeFile => ({ content: `#!${line}\necho\n` });
  const data: FakeFile = { content: 'x', executable: false };

  test('the interpreter of a script', async () => {
    const files = { '/bin/demo': script('/bin/sh -e'), '/bin/sh': plugin };
    assert.deepEqual(await rolesOf({ command: 'demo' }, files), ['program /bin/demo', 'interpreter /bin/sh']);
  });

  test('what env starts, and the interpreter of an interpreter', async () => {
    const files = {
      '/bin/demo': script('/usr/bin/env python3'),
      '/usr/bin/env': plugin,
      '/usr/bin/python3': script('/opt/shim'),
      '/opt/shim': plugin,
    };
    assert.deepEqual(await rolesOf({ command: 'demo' }, files), [
      'program /bin/demo',
      'interpreter /usr/bin/env',
      'interpreter /usr/bin/python3',
      'interpreter /opt/shim',
    ]);
  });

  test("env looks into the exec block's own PATH", async () => {
    const files = {
      '/bin/demo': script('/usr/bin/env python3'),
      '/usr/bin/env': plugin,
      '/usr/bin/python3': plugin,
      '/mine/python3': plugin,
    };
    const env = [{ name: 'PATH', value: '/mine' }];
    assert.ok((await rolesOf({ command: 'demo', env }, files)).includes('interpreter /mine/python3'));
  });

  test('scripts that interpret each other end somewhere', async () => {
    const files = { '/bin/demo': script('/bin/demo') };
    assert.equal((await rolesOf({ command: 'demo' }, files)).length, 6);
  });

  test('the script that a shell is to run, from the working folder or anywhere', async () => {
    const files = { '/bin/bash': plugin, '/here/login.sh': data, '/srv/lib.sh': data };
    const args = ['-e', './login.sh', '/srv/lib.sh', '/srv/gone.sh'];
    assert.deepEqual(await rolesOf({ command: 'bash', args }, files), [
      'program /bin/bash',
      'script /here/login.sh',
      'script /srv/lib.sh',
      'folder /here',
    ]);
  });

  test('a program among the arguments of any command, but no other file', async () => {
    const files = { '/bin/timeout': plugin, '/srv/plugin': plugin, '/srv/config.json': data };
    const args = ['5', '/srv/plugin', '--config', '/srv/config.json', '', 'a\0b'];
    assert.deepEqual(await rolesOf({ command: 'timeout', args }, files), [
      'program /bin/timeout',
      'script /srv/plugin',
    ]);
  });

  test('nothing on a share: to look at it would log in there', async () => {
    const files = { 'C:\\bin\\cmd.exe': plugin, '\\\\evil\\share\\x.bat': plugin, 'C:\\x.bat': plugin };
    const windows = fakeEnvironment({ platform: 'win32', files, variables: { PATH: 'C:\\bin' } });
    const { files: watched, accesses } = counting(windows.files);
    const args = ['/c', '\\\\evil\\share\\x.bat', '//evil/share/x.bat', 'C:\\x.bat'];
    const { plan } = await planOf(targetWith({ command: 'cmd', args }), { ...windows, files: watched });
    assert.deepEqual(
      plan.files.filter(({ role }) => role === 'script').map(({ path }) => path),
      ['c:\\x.bat'],
    );
    assert.deepEqual(
      accesses.filter((access) => access.includes('evil')),
      [],
    );
  });

  test('no certificate authority and no secret on a share, either', async () => {
    const windows = fakeEnvironment({ platform: 'win32', variables: { PATH: 'C:\\bin' } });
    const { files, accesses } = counting(windows.files);
    const share = '\\\\evil\\share\\x';
    const exec = { provideClusterInfo: true, env: [{ name: 'API_TOKEN_FILE', value: share }] };
    const info = clusterInfo({ certificateAuthority: share });
    await planOf(targetWith(exec, { clusterInfo: info, secretFiles: [share] }), { ...windows, files });
    assert.deepEqual(
      accesses.filter((access) => access.includes('evil')),
      [],
    );
  });

  test('the working folder, where a launcher takes its programs from it', async () => {
    assert.deepEqual(await rolesOf({ command: 'npx', args: ['login'] }, { '/bin/npx': plugin }), [
      'program /bin/npx',
      'folder /here',
    ]);
  });
});
