import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeReport } from '../../../server/describe-report';
import type { RunReport, RunRequest } from '../../../server/protocol';
import { resultMarkdown } from '../../../src/run/result-markdown';
import { stateIn, stateOf } from '../../../src/run/result-state';
import { reportFor } from '../plugin/reports';
import { shownAs } from './shown';

const uri = 'file:///here/config';
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const report: RunReport = {
  ...reportFor({
    stdout: JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: `${base64({ alg: 'none' })}.${base64({ exp: 1 })}.c2lnbmF0dXJl` },
    }),
    stderr: '\x1b[1;38;2;1;2;3mx\x1b[0m',
  }),
  execInfoSources: [{ pointer: '/apiVersion', uri, line: 1, character: 2 }],
};
/** Through the disk and back. */
const kept = (state: unknown) => stateIn(JSON.parse(JSON.stringify(state)));
const requestOf = (request: RunRequest) => {
  const state = kept(stateOf(report, { kind: 'run', request }, false));
  assert.ok(state?.asked.kind === 'run');
  return { request: state.asked.request, partial: state.partial };
};

test('a report comes back as it was', () => {
  const asked = { kind: 'run', request: { uri, user: 'u', context: 'c' } } as const;
  assert.deepEqual(kept(stateOf(report, asked, false)), { version: 1, report, asked, partial: false });
});

test('a judgement comes back as it was', () => {
  const target = { kubeconfig: uri, user: 'u', context: 'c' };
  for (const request of [{ uri }, { uri, apiVersion: 'v1' }, { uri, target }]) {
    const asked = { kind: 'judge', request } as const;
    assert.deepEqual(kept(stateOf(report, asked, false))?.asked, asked);
  }
});

describe('of a request', () => {
  test('what the plugin was told is kept', () => {
    const overrides = {
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      interactive: false,
      provideClusterInfo: true,
      cluster: 'c',
      kubernetesVersion: '1.29',
    };
    assert.deepEqual(requestOf({ uri, overrides }), { request: { uri, overrides }, partial: false });
  });

  test('a secret, and what decides what is executed, is not', () => {
    const overrides = { env: { TOKEN: 'a-secret' }, execInfo: '{"a":"secret"}', cwd: '/here' };
    const state = stateOf(report, { kind: 'run', request: { uri, force: true, overrides } }, false);
    assert.doesNotMatch(JSON.stringify(state), /a-secret|"secret"|force|\/here"/);
    assert.deepEqual(requestOf({ uri, force: true, overrides }), { request: { uri }, partial: true });
  });

  test('not even if the disk says so', () => {
    const request = { uri, force: true, approvalId: 'x', overrides: { cwd: '/there', env: { A: 'b' } } };
    const asked = stateIn({ version: 1, report, asked: { kind: 'run', request }, partial: false })?.asked;
    assert.deepEqual(asked?.request, { uri });
  });

  test('what was lost once stays so', () => {
    assert.equal(stateOf(report, { kind: 'run', request: { uri } }, true).partial, true);
    const asked = { kind: 'run', request: { uri } };
    assert.equal(stateIn({ version: 1, report, asked })?.partial, true);
  });
});

describe('what is no state', () => {
  const good = stateOf(report, { kind: 'run', request: { uri } }, false);
  const junk: readonly unknown[] = [
    undefined,
    null,
    'x',
    [],
    {},
    { ...good, version: 2 },
    { ...good, asked: { kind: 'run' } },
    { ...good, asked: { kind: 'run', request: { uri: 5 } } },
    { ...good, asked: { kind: 'exec', request: { uri } } },
    { ...good, asked: null },
  ];
  for (const value of junk) {
    test(JSON.stringify(value)?.slice(0, 60) ?? 'nothing', () => assert.equal(stateIn(value), undefined));
  }
});

/** Every path to a value in an object, as keys. */
function paths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, item]) => paths(item).map((rest) => [key, ...rest]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = changed((value as Record<string, unknown>)[key], rest, to);
  return copy;
}

test('whatever is wrong in a report, it is no report or can be shown', () => {
  const asked = { kind: 'run', request: { uri } };
  const findings = [{ code: 'c', severity: 'hint', message: 'm', place: { uri, line: 1, character: 1 } }];
  const full = { ...report, findings, overrides: { env: { A: '' } } };
  const wrong = [null, 5, '<b>"\'', [], [null], {}, true, { exp: 1e99 }];
  let shown = 0;
  for (const path of paths(full)) {
    for (const value of wrong) {
      const state = kept({ version: 1, report: changed(full, path, value), asked, partial: false });
      if (!state) continue;
      shown += 1;
      const description = describeReport(state.report);
      resultMarkdown(description);
      assert.doesNotMatch(shownAs(description), /<b>/);
    }
  }
  assert.ok(shown > 50, `${shown}`);
});
