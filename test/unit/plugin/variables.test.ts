import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withOverrides } from '../../../server/plugin/overrides';
import { pluginVariables } from '../../../server/plugin/variables';
import { fakeEnvironment, targetWith } from './fakes';

type Entry = readonly [name: string, value: string];

function given(own: Readonly<Record<string, string | undefined>>, env: readonly Entry[], platform = 'linux') {
  const target = targetWith({ env: env.map(([name, value]) => ({ name, value })) });
  return pluginVariables(target, fakeEnvironment({ platform, variables: own }), 'INFO');
}

describe('the environment of a plugin', () => {
  it('is the process’ own, then the exec block’s, then the exec info', () => {
    assert.deepEqual(given({ A: '1', B: '1' }, [['B', '2']]), {
      A: '1',
      B: '2',
      KUBERNETES_EXEC_INFO: 'INFO',
    });
  });

  it('takes the last of equal names', () => {
    const variables = given({}, [
      ['A', '1'],
      ['A', '2'],
    ]);
    assert.equal(variables?.['A'], '2');
  });

  it('lets nothing take the place of the exec info', () => {
    const variables = given({ KUBERNETES_EXEC_INFO: 'x' }, [['KUBERNETES_EXEC_INFO', 'y']]);
    assert.deepEqual(variables, { KUBERNETES_EXEC_INFO: 'INFO' });
  });

  it('has none that is taken away, whoever sets it', () => {
    const env = [
      { name: 'B', value: '2' },
      // Go joins name and value first: this sets C, too.
      { name: 'C=2', value: '' },
    ];
    const of = (platform: string, names: readonly string[]) => {
      const instead = { env: Object.fromEntries(names.map((name) => [name, null])) };
      const target = withOverrides(targetWith({ env }), instead, platform);
      const own = { A: '1', B: '1', Path: '/bin' };
      return Object.keys(pluginVariables(target, fakeEnvironment({ platform, variables: own }), '') ?? {});
    };
    const info = 'KUBERNETES_EXEC_INFO';
    assert.deepEqual(of('linux', ['A', 'B', 'C', 'PATH']), ['Path', info]);
    assert.deepEqual(of('win32', ['a', 'PATH', 'GONE']), ['B', 'C', info]);
  });

  it('keeps an empty value and expands nothing', () => {
    const variables = given({ HOME: '/h', GONE: undefined }, [
      ['EMPTY', ''],
      ['X', '$HOME/%HOME%'],
    ]);
    assert.deepEqual(variables, { HOME: '/h', EMPTY: '', X: '$HOME/%HOME%', KUBERNETES_EXEC_INFO: 'INFO' });
  });

  it('splits at the first equals sign, as the system does', () => {
    const variables = given({}, [
      ['A=x', 'y'],
      ['=C:', 'z'],
      ['__proto__', 'p'],
    ]);
    const expected = [
      ['A', 'x=y'],
      ['=C:', 'z'],
      ['__proto__', 'p'],
      ['KUBERNETES_EXEC_INFO', 'INFO'],
    ];
    assert.deepEqual(Object.entries(variables ?? {}), expected);
  });

  it('takes names that differ in case for one on Windows only', () => {
    assert.deepEqual(given({ Path: 'a' }, [['PATH', 'b']], 'win32'), {
      PATH: 'b',
      KUBERNETES_EXEC_INFO: 'INFO',
    });
    assert.equal(given({ Path: 'a' }, [['PATH', 'b']])?.['Path'], 'a');
  });

  it('can’t hold a NUL', () => {
    assert.equal(given({}, [['A', 'x\0y']]), undefined);
    assert.equal(given({}, [['A\0', 'x']]), undefined);
  });
});
