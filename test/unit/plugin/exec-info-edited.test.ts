import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { planOf, shownInput } from '../../../server/plugin';
import { plannedExecInfo, sentExecInfo } from '../../../server/plugin/exec-info';
import { editedProblem, editedSecrets } from '../../../server/plugin/exec-info-edited';
import { withOverrides } from '../../../server/plugin/overrides';
import type { ExecTarget } from '../../../server/plugin/target';
import { counting } from '../counting';
import { clusterInfo, type FakeFile, fakeEnvironment, targetWith, v1 } from './fakes';

const config = {
  audience: 'prod',
  clientSecret: 'sesame-in-config',
  pin: 42,
  url: 'https://jane:sesame-in-url@proxy',
  'sesame-as-a-name': ['a', { password: 'sesame-inside' }],
};
const target = targetWith(
  { provideClusterInfo: true, env: [{ name: 'X', value: 'y' }] },
  { clusterInfo: clusterInfo({ configJson: JSON.stringify(config) }), secrets: ['sesame-as-a-name'] },
);
const environment = fakeEnvironment();

/** What is sent when a text is edited that the plan has shown. */
async function sent(edit: (text: string) => string, of: ExecTarget = target): Promise<string> {
  const { plan } = await planOf(of, environment);
  const execInfo = edit(JSON.stringify(plan.execInfo, null, 2));
  const text = sentExecInfo(withOverrides(of, { execInfo }), environment, false);
  assert.ok(typeof text === 'string');
  return text;
}

describe('an edited ExecCredential', () => {
  test('is shown masked, and sent with what was masked', async () => {
    const shown = JSON.stringify((await planOf(target, environment)).plan.execInfo);
    assert.ok(!/sesame|42/.test(shown), shown);
    assert.equal((shown.match(/\[redacted\]/g) ?? []).length, 5);
    const real = sentExecInfo(target, environment, false);
    assert.deepEqual(JSON.parse(await sent((text) => text)), JSON.parse(String(real)));
  });

  test('is sent as it is but for that', async () => {
    const text = await sent((shown) => `\n${shown.replace('"prod"', '"st\\u0061ging"')} `);
    const expected = JSON.stringify(JSON.parse(String(sentExecInfo(target, environment, false))), null, 2);
    assert.equal(text, `\n${expected.replace('"prod"', '"st\\u0061ging"')} `);
  });

  test('keeps a masked value that stands elsewhere or was changed: it stands for nothing there', async () => {
    const text = await sent((shown) =>
      shown.replace('"clientSecret"', '"another"').replace('[redacted]@proxy', '[redacted]@elsewhere'),
    );
    const { spec } = JSON.parse(text);
    assert.equal(spec.cluster.config.another, '[redacted]');
    assert.equal(spec.cluster.config.url, 'https://jane:[redacted]@elsewhere');
    assert.equal(spec.cluster.config.pin, 42);
  });

  test('needs nothing of what it replaces', () => {
    const broken = targetWith(
      { provideClusterInfo: true },
      { clusterInfo: clusterInfo({ certificateAuthority: '/gone' }) },
    );
    assert.equal(sentExecInfo(withOverrides(broken, { execInfo: '{}' }), environment, false), '{}');
  });

  test('is masked in a plan, too', async () => {
    const execInfo = '{"spec":{"token":"sesame","cluster":{"certificate-authority-data":"AAAA"}}}';
    const { plan } = await planOf(withOverrides(target, { execInfo }), environment);
    assert.deepEqual(plan.execInfo, {
      spec: { token: '[redacted]', cluster: { 'certificate-authority-data': 'AAAA' } },
    });
    assert.deepEqual(plan.overrides, { execInfo: '' });
  });
});

const names = fc.constantFrom('a', 'password', 'token', 'url', 'sesame-name', 'items', '1', '__proto__');
const leaf = fc.oneof(
  fc.constantFrom(
    'sesame-open',
    'plain',
    '',
    'https://j:sesame-pass@host',
    'a "quoted" \\ one \u2028',
    '[redacted]',
  ),
  fc.constantFrom(0, 1.5, 12345678, true, null),
);
const { config: anyConfig } = fc.letrec((tie) => ({
  config: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('config'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(names, tie('config')), { maxLength: 4, selector: ([name]) => name })
      .map(Object.fromEntries),
  ),
}));

test('what is shown and sent back as it is, is what would have been sent', () => {
  const secrets = ['sesame-open', 'sesame-name', 'sesame-pass'];
  const property = fc.property(anyConfig, fc.nat(3), (value, indent) => {
    const of = targetWith(
      { provideClusterInfo: true },
      { clusterInfo: clusterInfo({ configJson: JSON.stringify(value) }), secrets },
    );
    const shown = JSON.stringify(shownInput(of, environment, false), null, indent);
    assert.ok(!shown.includes('sesame'), 'it is masked');
    const sent = sentExecInfo(withOverrides(of, { execInfo: shown }), environment, false);
    const real = sentExecInfo(of, environment, false);
    assert.deepEqual(JSON.parse(String(sent)), JSON.parse(String(real)));
  });
  fc.assert(property, { numRuns: 500, seed: 7 });
});

describe('a text that is to be sent', () => {
  const problems: Readonly<Record<string, RegExp | undefined>> = {
    '{}': undefined,
    '{"a":1}\n': undefined,
    '': /not JSON.* line 1, column 1\./,
    '{"a":"sesame\n"}': /not JSON.* line 1, column 13\./,
    '{\n  "ä": sesame }': /not JSON.* line 2, column 8\./,
    '{} x': /not JSON.* line 1, column 4\./,
    '[]': /not a JSON object/,
    '"sesame"': /not a JSON object/,
    [`{"a":${'['.repeat(700)}${']'.repeat(700)}}`]: /nested too deeply/,
    [`{"a":"${'x'.repeat(2 ** 20)}"}`]: /larger than 1 MiB/,
  };
  for (const [text, problem] of Object.entries(problems)) {
    test(`such as ${text.slice(0, 20)}`, () => {
      const found = editedProblem(text);
      if (problem === undefined) return assert.equal(found, undefined);
      assert.match(found ?? '', problem);
      assert.ok(!found?.includes('sesame'), 'it is not quoted');
    });
  }

  test('has its secrets by name and by shape, and none in what stands for one', () => {
    const text = '{"token":"one","token":"two","deep":[{"password":"three"}],"x":"four","pin":"[redacted]"}';
    assert.deepEqual(editedSecrets(text), ['one', 'two', 'three']);
    assert.deepEqual(editedSecrets('{'), []);
  });
});

describe('before anything is approved', () => {
  const withAuthority = (certificateAuthority: string) =>
    targetWith({ provideClusterInfo: true }, { clusterInfo: clusterInfo({ certificateAuthority }) });
  const planned = (file: FakeFile, path = '/ca') =>
    plannedExecInfo(withAuthority(path), fakeEnvironment({ files: { [path]: file } }), false);

  test('a CA file is read, but no device and nothing without an end', () => {
    assert.match(planned({ content: 'PEM' }) ?? '', /"certificate-authority-data":"UEVN"/);
    assert.equal(planned({ kind: 'other' }), null);
    assert.equal(planned({ content: 'x'.repeat(2 ** 22) }), null);
    assert.equal(plannedExecInfo(withAuthority('/gone'), environment, false), null);
  });

  test('nothing on a share is looked at: that would log in there', async () => {
    const windows = fakeEnvironment({ platform: 'win32', variables: { TOKEN_FILE: '\\\\evil\\share\\c' } });
    const { files, accesses } = counting(windows.files);
    const of = withAuthority('\\\\evil\\share\\ca');
    const exec = { ...of.exec, args: ['--token-file', '//evil/share/a', '--token-file=//evil/share/b'] };
    const { plan } = await planOf(
      { ...of, exec, secretFiles: ['\\\\evil\\share\\d'] },
      { ...windows, files },
    );
    assert.equal(plan.execInfo, null);
    assert.deepEqual(
      accesses.filter((access) => access.includes('evil')),
      [],
    );
  });
});

test('the words of the format are masked in no case', async () => {
  const of = withOverrides(target, { env: { A: 'kind', B: 'cluster', C: v1, D: 'config' } });
  const { plan } = await planOf(of, environment);
  assert.deepEqual(Object.keys(plan.execInfo ?? {}), ['kind', 'apiVersion', 'spec']);
  assert.equal(plan.execInfo?.apiVersion, v1);
  assert.ok(plan.execInfo?.spec?.cluster?.['config']);
});
