import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { type Configuration, Merged } from '../../../server/document/merged';
import { targetOf, withOverrides } from '../../../server/plugin';
import { Refusal } from '../../../server/plugin/refusal';
import type { ExecTarget } from '../../../server/plugin/target';
import type { Place, RunReport } from '../../../server/protocol';
import { reportFor } from './reports';

const v1 = 'client.authentication.k8s.io/v1';
const block = `apiVersion: v1
clusters:
- name: ünï 𝒞
  cluster:
    server: "https://lab.example:6443"
    tls-server-name: inner.example
    insecure-skip-tls-verify: true
    proxy-url: http://proxy.example:3128
    disable-compression: true
    extensions:
    - name: client.authentication.k8s.io/exec
      extension:
        audience: lab
        "a/b~c": [first, {deep: 1}]
        token: masked-by-its-name
contexts:
- name: here
  context:
    cluster: ünï 𝒞
    user: jane
users:
- name: jane
  user:
    exec:
      command: demo-cred
      args: []
      apiVersion: ${v1}
      interactiveMode: 'Never'
      provideClusterInfo: true
`;
const flow = `{clusters: [{name: c, cluster: {server: 'https://lab.example', extensions: [{name: client.authentication.k8s.io/exec, extension: plain}]}}], contexts: [{name: here, context: {cluster: c, user: jane}}], users: [{name: jane, user: {exec: {command: demo-cred, apiVersion: ${v1}, interactiveMode: Never, provideClusterInfo: true}}}]}\n`;
const json = JSON.stringify(
  {
    clusters: [
      { name: 'c', cluster: { server: 'https://lab.example', 'certificate-authority-data': 'YQ==' } },
    ],
    contexts: [{ name: 'here', context: { cluster: 'c', user: 'jane' } }],
    users: [
      {
        name: 'jane',
        user: {
          exec: { apiVersion: v1, command: 'demo-cred', interactiveMode: 'Never', provideClusterInfo: true },
        },
      },
    ],
  },
  null,
  2,
);

function alone(text: string, path = '/here/config'): Configuration {
  return { document: new Kubeconfig(text), path, displayPath: path };
}

function targetIn(configuration: Configuration): ExecTarget {
  const { document } = configuration;
  const context = document.context('here');
  const user = (context && document.userOf(context)) ?? assert.fail('no user');
  return targetOf(configuration, user, context);
}

/** What stands at a place, to the end of its line. */
function textAt(text: string, { line, character }: Place): string {
  return (text.split(/\r\n|\r|\n/)[line] ?? assert.fail(`no line ${line}`)).slice(character);
}

/** By pointer, what stands where it comes from, as far as the words that are expected there. */
function assertSources(report: RunReport, text: string, expected: Readonly<Record<string, string>>): void {
  const sources = report.execInfoSources ?? assert.fail('no sources');
  const found = sources.map((source) => {
    const wanted = expected[source.pointer] ?? '';
    return [source.pointer, textAt(text, source).slice(0, wanted.length)];
  });
  assert.deepEqual(Object.fromEntries(found), expected);
  assert.equal(found.length, Object.keys(expected).length, 'each pointer is there once');
}

const ofBlock = {
  '/apiVersion': v1,
  '/spec/interactive': "'Never'",
  '/spec/cluster': 'server: "https',
  '/spec/cluster/server': '"https://lab.example:6443"',
  '/spec/cluster/tls-server-name': 'inner.example',
  '/spec/cluster/insecure-skip-tls-verify': 'true',
  '/spec/cluster/proxy-url': 'http://proxy.example:3128',
  '/spec/cluster/disable-compression': 'true',
  '/spec/cluster/config': 'audience: lab',
  '/spec/cluster/config/audience': 'lab',
  '/spec/cluster/config/a~1b~0c': '[first, {deep: 1}]',
  '/spec/cluster/config/a~1b~0c/0': 'first',
  '/spec/cluster/config/a~1b~0c/1': '{deep: 1}',
  '/spec/cluster/config/a~1b~0c/1/deep': '1',
  '/spec/cluster/config/token': 'masked-by-its-name',
};

describe('where the fields of the input come from', () => {
  it('in YAML, block style', () => {
    assertSources(reportFor({ target: targetIn(alone(block)) }), block, ofBlock);
  });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`with lines that end in ${name}`, () => {
      const text = block.replaceAll('\n', end);
      assertSources(reportFor({ target: targetIn(alone(text)) }), text, ofBlock);
    });
  }

  it('in YAML, flow style, all on one line', () => {
    assertSources(reportFor({ target: targetIn(alone(flow)) }), flow, {
      '/apiVersion': v1,
      '/spec/interactive': 'Never',
      '/spec/cluster': "{server: 'https",
      '/spec/cluster/server': "'https://lab.example'",
      '/spec/cluster/config': 'plain}',
    });
  });

  it('in JSON', () => {
    assertSources(reportFor({ target: targetIn(alone(json)) }), json, {
      '/apiVersion': `"${v1}"`,
      '/spec/interactive': '"Never"',
      '/spec/cluster': '{',
      '/spec/cluster/server': '"https://lab.example"',
      '/spec/cluster/certificate-authority-data': '"YQ=="',
    });
  });

  it('of data from a file, its path', () => {
    const text = block.replace('insecure-skip-tls-verify: true', 'certificate-authority: ca.crt');
    const target = targetIn(alone(text));
    const files = { '/here/ca.crt': { content: 'an authority' } };
    const { execInfoSources } = reportFor({ target, files });
    const pointer = '/spec/cluster/certificate-authority-data';
    const source = execInfoSources?.find((each) => each.pointer === pointer) ?? assert.fail();
    assert.equal(textAt(text, source), 'ca.crt');
  });

  it('of an alias, its anchor', () => {
    const text = block
      .replace(`apiVersion: ${v1}\n`, 'apiVersion: *v\n')
      .replace('v1\n', `v1\nx: &v ${v1}\n`);
    const { execInfoSources } = reportFor({ target: targetIn(alone(text)) });
    assert.ok(textAt(text, execInfoSources?.[0] ?? assert.fail()).endsWith(v1));
  });

  it('of several files that are merged, the one that counts', () => {
    const [clusters = '', users = ''] = block.split(/(?=users:)/);
    const merged = new Merged([alone(clusters, '/here/clusters file'), alone(users, '/here/users')]);
    const [first] = merged.files;
    assert.ok(first);
    const { execInfoSources = [] } = reportFor({ target: targetIn({ ...first, merged }) });
    assert.equal(execInfoSources.length, Object.keys(ofBlock).length);
    for (const source of execInfoSources) {
      const ofUser = ['/apiVersion', '/spec/interactive'].includes(source.pointer);
      assert.equal(source.uri, ofUser ? 'file:///here/users' : 'file:///here/clusters%20file');
      const wanted = (ofBlock as Readonly<Record<string, string>>)[source.pointer] ?? '-';
      assert.ok(textAt(ofUser ? users : clusters, source).startsWith(wanted), source.pointer);
    }
  });
});

describe('no source has', () => {
  const pointers = ({ execInfoSources }: RunReport) => execInfoSources?.map(({ pointer }) => pointer);

  it('what a run had instead', () => {
    const target = withOverrides(targetIn(alone(block)), {
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      interactive: false,
      provideClusterInfo: false,
    });
    assert.deepEqual(pointers(reportFor({ target })), []);
    const sent = withOverrides(targetIn(alone(block)), { execInfo: '{}' });
    assert.deepEqual(pointers(reportFor({ target: sent })), []);
  });

  it('what is not written', () => {
    const text = block.replace(/ +(?:interactiveMode|tls-server-name|proxy-url).*\n/g, '');
    const left = pointers(reportFor({ target: targetIn(alone(text)) })) ?? [];
    assert.ok(left.includes('/spec/cluster/server'));
    assert.ok(!left.some((pointer) => /interactive|tls-server|proxy/.test(pointer)));
  });

  it('a key of the extension that is masked', () => {
    const secret = 'nobody-may-see-this-1234';
    const text = block
      .replace('audience: lab', `${secret}: lab`)
      .replace('user:\n    exec', `user:\n    password: ${secret}\n    exec`);
    const report = reportFor({ target: targetIn(alone(text)) });
    assert.ok(!JSON.stringify(report).includes(secret));
    assert.ok(pointers(report)?.includes('/spec/cluster/config/token'));
  });

  it('a file whose path holds a secret', () => {
    const secret = 'nobody-may-see-this-1234';
    const text = block.replace('user:\n    exec', `user:\n    password: ${secret}\n    exec`);
    const report = reportFor({ target: targetIn(alone(text, `/here/${secret}/config`)) });
    assert.ok(!JSON.stringify(report).includes(secret));
    assert.deepEqual(pointers(report), []);
    assert.ok(report.findings.every(({ place }) => place === undefined));
  });

  it('more than is of help', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `k${index}: ${index}`).join(', ');
    const text = block.replace('audience: lab', `audience: {${many}}`);
    const count = pointers(reportFor({ target: targetIn(alone(text)) }))?.length ?? 0;
    assert.ok(count > 100 && count <= 500, String(count));
  });
});

describe('what in the kubeconfig a finding is about', () => {
  const placeOf = (report: RunReport, code: string, text: string) => {
    const { place } = report.findings.find((finding) => finding.code === code) ?? assert.fail(code);
    return place && textAt(text, place);
  };
  const target = targetIn(alone(block));
  const answer = (more: object) => JSON.stringify({ apiVersion: v1, kind: 'ExecCredential', ...more });

  it('a version: apiVersion', () => {
    const stdout = answer({ apiVersion: 'client.authentication.k8s.io/v1beta1', status: { token: 't' } });
    const report = reportFor({ target, stdout });
    assert.equal(placeOf(report, 'api-version-mismatch', block), v1);
    assert.equal(placeOf(report, 'other-api-version', block), v1);
  });

  it('a process: command', () => {
    const refusal = new Refusal('exit-status', null, '1');
    assert.equal(placeOf(reportFor({ target, refusal }), 'exit-status', block), 'demo-cred');
  });

  it('a terminal: interactiveMode; where that is not written, the block', () => {
    const refusal = new Refusal('no-terminal', null);
    assert.equal(placeOf(reportFor({ target, refusal }), 'no-terminal', block), "'Never'");
    const without = block.replace(/ +interactiveMode.*\n/, '');
    const report = reportFor({ target: targetIn(alone(without)), refusal });
    assert.equal(placeOf(report, 'no-terminal', without), 'exec:');
  });

  it('a credential: the block', () => {
    const stdout = answer({ status: { token: 't', expirationTimestamp: '2020-01-01T00:00:00Z' } });
    assert.equal(placeOf(reportFor({ target, stdout }), 'expired', block), 'exec:');
  });

  it('a server: that of the cluster', () => {
    const text = block.replace('"https:', '"http:');
    const report = reportFor({ target: targetIn(alone(text)) });
    assert.equal(placeOf(report, 'plain-http-server', text), '"http://lab.example:6443"');
  });

  it('a cluster that is not there: what the context names', () => {
    const text = block.replace('cluster: ünï', 'cluster: gone');
    const report = reportFor({ target: targetIn(alone(text)) });
    assert.equal(placeOf(report, 'no-cluster', text), 'gone 𝒞');
  });

  it('nothing of an exec block that stands nowhere', () => {
    const report = reportFor({});
    assert.ok(report.findings.length > 0);
    assert.ok(report.findings.every(({ place }) => place === undefined));
    assert.equal(report.execInfoSources, undefined);
  });
});
