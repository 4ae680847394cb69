import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describeReport } from '../../../../server/describe-report';
import type { RunReport } from '../../../../server/protocol';
import { contrast, readable } from '../../../../src/run/view/contrast';
import { Html, html } from '../../../../src/run/view/html';
import { jsonLines } from '../../../../src/run/view/json-lines';
import { lifeAt } from '../../../../src/run/view/life';
import { reportFor } from '../../plugin/reports';
import { shownAs } from '../shown';

const uri = 'file:///here/config';
const status = (fields: object) =>
  JSON.stringify({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status: fields,
  });
const accepted = reportFor({ stdout: status({ token: 'made-up-for-this-test' }) });
const shown = (parts: Partial<RunReport>) => shownAs(describeReport({ ...accepted, ...parts }));

test('what is put into markup is escaped, once', () => {
  const inner = html`<b title="${'"><script>'}">${'<i>'}</b>`;
  assert.equal(inner.text, '<b title="&quot;&gt;&lt;script&gt;">&lt;i&gt;</b>');
  assert.equal(html`${inner}${[inner, inner]}${5}${undefined}${false}`.text, `${inner.text.repeat(3)}5`);
  assert.ok(inner instanceof Html);
});

describe('the lines of JSON', () => {
  test('are those of JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const lines = jsonLines(value).map(({ text }) => text);
        assert.equal(lines.join('\n'), JSON.stringify(value, null, 2));
      }),
    );
  });

  test('know what they show', () => {
    const lines = jsonLines({ a: [{ 'b/c~d': 1 }, null], e: {} });
    assert.deepEqual(
      lines.map(({ pointer }) => pointer),
      ['', '/a', '/a/0', '/a/0/b~1c~0d', undefined, '/a/1', undefined, '/e', undefined],
    );
  });
});

describe('the input', () => {
  const place = { uri, line: 6, character: 4 };
  const execInfo = { ...accepted.execInfo, spec: { cluster: { server: `<${'x'.repeat(300)}` } } };
  const page = shown({
    execInfo: execInfo as RunReport['execInfo'],
    execInfoSources: [{ pointer: '/spec/cluster/server', ...place }],
  });

  test('has the way to the line of each value that has one', () => {
    const links = page.match(/<button [^>]*data-request="goTo"[^>]*>/g) ?? [];
    assert.equal(links.length, 1);
    assert.match(
      links[0] ?? '',
      /data-pointer="\/spec\/cluster\/server" title="Go to line 7 of the kubeconfig"/,
    );
  });

  test('folds a long value, and has all of it', () => {
    assert.match(page, /<details><summary><span class="excerpt">[^<]*… <\/span>\d+ characters<\/summary>/);
    assert.ok(page.includes(`&lt;${'x'.repeat(300)}`));
  });
});

describe('a finding', () => {
  const fix = { title: 'Set it <b>', apiVersion: 'v1' };
  const finding = {
    code: 'c',
    severity: 'warning',
    message: '<i>',
    fix,
    place: { uri, line: 0, character: 0 },
  } as const;

  test('has a button for its fix and one for its place', () => {
    const page = shown({ findings: [{ code: 'd', severity: 'hint', message: 'm' }, finding] });
    assert.match(page, /data-request="fix" data-finding="1">Set it &lt;b&gt;<\/vscode-button>/);
    assert.match(page, /data-request="goTo" data-finding="1">Go to line 1<\/vscode-button>/);
    assert.equal(page.match(/data-finding="0"/), null);
    assert.match(page, /&lt;i&gt; <code>c<\/code>/);
  });
});

describe('the phases', () => {
  const phases = {
    resolvedMs: 1,
    startedMs: 2,
    firstByteMs: null,
    exitedMs: 102,
    decodedMs: null,
    judgedMs: null,
  };
  const page = shown({ process: { ...accepted.process, phases } });
  const bars = [...page.matchAll(/<rect x="(\d+)" width="(\d+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);

  test('are to scale, and none is too small to be seen', () => {
    assert.deepEqual(bars, [
      [0, 10],
      [10, 10],
      [20, 980],
    ]);
    for (const [x = 0, width = 0] of bars) assert.ok(x + width <= 1000);
    const tiny = shown({ process: { ...accepted.process, phases: { ...phases, exitedMs: 60_000 } } });
    assert.match(tiny, /<rect x="0" width="5"/);
  });

  test('are said in words', () => {
    const words = [...page.matchAll(/<li[^>]*><span>([^<]*)<\/span>.*?<span class="took">([^<]*)/g)];
    assert.deepEqual(
      words.map(([, name, took]) => `${name}: ${took}`),
      [
        'Resolve: 1 ms',
        'Start: 1 ms',
        'First byte: nothing written',
        'Exit: 100 ms',
        'Decode: not reached',
        'Judge: not reached',
      ],
    );
    assert.match(page, />102 ms to the end</);
  });
});

test('the chain of a certificate says who signed whom, and until when each is valid', () => {
  const pem = readFileSync(
    fileURLToPath(new URL('../../credential/fixtures/chain.pem', import.meta.url)),
    'utf8',
  );
  const certificates = pem.split(/(?<=-----END CERTIFICATE-----\n)/);
  const roles = (text: string, now: number) => {
    const report = reportFor({ stdout: status({ clientCertificateData: text, clientKeyData: 'x' }) });
    const page = shownAs(describeReport({ ...report, verdict: 'accepted' }), { now });
    return [...page.matchAll(/<li><code>[^<]*<\/code>\n<div class="note">([^<]*)/g)].map(([, role]) => role);
  };
  const credential = (text: string) =>
    reportFor({ stdout: status({ clientCertificateData: text, clientKeyData: 'x' }) }).credential;
  assert.ok(credential(pem), 'a pair that kubectl refuses is described all the same');
  const [now, late] = [Date.parse('2030-01-01'), Date.parse('2200-01-01')];
  assert.deepEqual(roles(pem, now), [
    'The client, valid until 2126-11-01',
    'Issuer, valid until 2126-11-01',
    'Root, valid until 2126-11-01',
  ]);
  assert.match(roles(pem, late)[1] ?? '', /^Issuer, expired on 2126-11-01$/);
  const [leaf = '', , root = ''] = certificates;
  assert.match(roles(leaf + root, now)[1] ?? '', /not named as issuer by the one above$/);
});

describe('the remaining life', () => {
  const life = { from: 0, until: 3_600_000 };
  const cases: readonly (readonly [now: number, text: string, state: string])[] = [
    [0, '60 min 00 s left', 'fresh'],
    [1, '59 min 59 s left', 'fresh'],
    [3_300_000, '5 min 00 s left', 'ending'],
    [3_599_001, '0 s left', 'ending'],
    [3_600_000, 'Expired 0 s ago', 'expired'],
    [3_665_000, 'Expired 1 min 05 s ago', 'expired'],
    [3_600_000 + 3 * 86_400_000, 'Expired 3 days ago', 'expired'],
  ];
  for (const [now, text, state] of cases) {
    test(text, () => {
      const found = lifeAt(life, now);
      assert.deepEqual([found.text, found.state], [text, state]);
      assert.ok(found.percent >= 0 && found.percent <= 100);
    });
  }

  test('can be all of a life that had no beginning', () => {
    assert.equal(lifeAt({ from: 5, until: 5 }, 0).percent, 100);
  });
});

test('colours are changed only as far as they can’t be read', () => {
  assert.deepEqual(readable([0, 0, 0], [255, 255, 255]), [0, 0, 0]);
  const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(fc.property(color, color, (text, ground) => contrast(readable(text, ground), ground) >= 4.5));
});

test('there is a choice of runs once there are two', () => {
  const description = describeReport(accepted);
  const runs = [
    { id: 2, label: 'second <b>' },
    { id: 1, label: 'first' },
  ];
  const page = shownAs(description, { id: 1, runs });
  assert.match(page, /<vscode-option value="2">second &lt;b&gt;<\/vscode-option>/);
  assert.match(page, /<vscode-option value="1" selected>first<\/vscode-option>/);
  assert.doesNotMatch(shownAs(description, { runs: runs.slice(1) }), /vscode-single-select/);
});

test('runs can be compared if there are some', () => {
  const description = describeReport(accepted);
  const can = { runAgain: true, runWith: true, compare: true };
  assert.match(shownAs(description, { can }), /data-request="compare"/);
  assert.doesNotMatch(shownAs(description), /data-request="compare"/);
});

test('of what can’t be asked again as it was something else is offered', () => {
  const page = shownAs(describeReport(accepted), { can: { runAgain: false, runWith: true, compare: false } });
  assert.doesNotMatch(page, /data-request="runAgain"/);
  assert.match(page, /data-request="runWith">Run with…/);
});

test('what was simulated stands beside the verdict', () => {
  const page = shown({
    overrides: { apiVersion: 'client.authentication.k8s.io/v1beta1', env: { '<A>': '' } },
  });
  assert.match(
    page,
    /Simulated <vscode-badge>v1beta1<\/vscode-badge> <vscode-badge>with &lt;A&gt;<\/vscode-badge>/,
  );
});
