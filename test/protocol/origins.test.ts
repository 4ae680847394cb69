import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type JudgeRequest, judgeRequest, type Place, type RunReport } from '../../server/protocol';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { root } from './paths';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const v1 = 'client.authentication.k8s.io/v1';
const script = `console.log('{"apiVersion":"${v1}","kind":"ExecCredential","status":{"token":"t"}}')`;
const authority = readFileSync(path.join(root, 'test/sample/bin/client-certificate.pem')).toString('base64');
const cluster = {
  server: 'https://lab.example:6443',
  'tls-server-name': 'inner.lab.example',
  'certificate-authority-data': authority,
  'proxy-url': 'http://proxy.example:3128',
  'disable-compression': true,
  extensions: [
    { name: 'other', extension: 'nothing' },
    {
      name: 'client.authentication.k8s.io/exec',
      extension: { audience: 'lab-audience', regions: ['north', 'south'] },
    },
  ],
};
const exec = {
  apiVersion: v1,
  command: process.execPath,
  args: ['-e', script],
  interactiveMode: 'IfAvailable',
  provideClusterInfo: true,
};
const whole = {
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'here',
  clusters: [{ name: 'lab', cluster }],
  contexts: [{ name: 'here', context: { cluster: 'lab', user: 'jane' } }],
  users: [{ name: 'jane', user: { exec } }],
};

/** YAML in block style, with each text in single quotes. */
function block(value: unknown, indent = ''): string {
  if (typeof value === 'string') return ` '${value.replaceAll("'", "''")}'\n`;
  if (typeof value !== 'object' || value === null) return ` ${value}\n`;
  const entries = Object.entries(value).map(([name, inner]) =>
    Array.isArray(value)
      ? `${indent}-${block(inner, `${indent}  `)}`
      : `${indent}${name}:${block(inner, `${indent}  `)}`,
  );
  return `\n${entries.join('')}`;
}

/** What the input has at each place in the file, as JSON or as a text in single quotes. */
const expected: Readonly<Record<string, unknown>> = {
  '/apiVersion': v1,
  '/spec/interactive': exec.interactiveMode,
  '/spec/cluster/server': cluster.server,
  '/spec/cluster/tls-server-name': cluster['tls-server-name'],
  '/spec/cluster/certificate-authority-data': authority,
  '/spec/cluster/proxy-url': cluster['proxy-url'],
  '/spec/cluster/disable-compression': true,
  '/spec/cluster/config/audience': 'lab-audience',
  '/spec/cluster/config/regions/0': 'north',
  '/spec/cluster/config/regions/1': 'south',
};
const objects = ['/spec/cluster', '/spec/cluster/config', '/spec/cluster/config/regions'];

function textAt({ uri, line, character }: Place): string {
  return (readFileSync(fileURLToPath(uri), 'utf8').split('\n')[line] ?? assert.fail(`no line ${line}`)).slice(
    character,
  );
}

function assertOrigins({ verdict, execInfoSources = [] }: RunReport): void {
  assert.equal(verdict, 'accepted');
  for (const source of execInfoSources) {
    if (objects.includes(source.pointer)) continue;
    const value = expected[source.pointer];
    const [, quoted] = /^'((?:[^']|'')*)'/.exec(textAt(source)) ?? [];
    const json = textAt(source).startsWith(JSON.stringify(value));
    assert.ok(json || quoted === value, `${source.pointer}: ${textAt(source)}`);
  }
  const pointers = execInfoSources.map(({ pointer }) => pointer);
  assert.deepEqual(pointers.toSorted(), [...Object.keys(expected), ...objects].toSorted());
}

describe('the input of a run leads back to the kubeconfig', () => {
  const folder = temporaryFolder();
  const blockText = block(whole).trimStart();
  const [places = '', people = ''] = blockText.split(/(?=^users:)/m);
  const merged = [
    folder.write('merged/places.kubeconfig', places),
    folder.write('merged/people.kubeconfig', people),
  ] as const;
  let client: Client;
  before(async () => {
    client = await Client.start({
      initialize: { initializationOptions: { trusted: true, settings: { kubeconfig: merged } } },
    });
  });
  after(() => client.kill());

  const reportOf = async (file: string) => {
    const uri = fileUri(file);
    await client.open(uri, readFileSync(file, 'utf8'));
    return run(client, await approve(client, { uri, user: 'jane' }));
  };

  const forms = {
    'YAML in block style': blockText,
    'YAML in flow style': `# comment\n---\n${JSON.stringify(whole)}\n`,
    JSON: JSON.stringify(whole, null, '\t'),
  };
  for (const [name, text] of Object.entries(forms)) {
    test(name, async () => {
      const report = await reportOf(folder.write(`${name}/kubeconfig`, text));
      assertOrigins(report);
    });
  }

  test('the files of KUBECONFIG', async () => {
    const report = await reportOf(merged[1]);
    assertOrigins(report);
    const uris = new Set(report.execInfoSources?.map(({ uri }) => uri));
    assert.deepEqual([...uris].map((uri) => fileURLToPath(uri)).toSorted(), [...merged].toSorted());
  });

  test('on the command line, too', async () => {
    const file = folder.write('cli/kubeconfig', blockText);
    const { stdout } = await kubeconfigExec(['run', '--yes', '--format', 'json', file]);
    assertOrigins(JSON.parse(stdout));
  });

  test('another cluster that a run is for', async () => {
    const other = { name: 'other', cluster: { server: 'https://other.example' } };
    const text = block({ ...whole, clusters: [...whole.clusters, other] }).trimStart();
    const uri = fileUri(folder.write('other/kubeconfig', text));
    await client.open(uri, text);
    const overrides = { cluster: 'other', provideClusterInfo: true };
    const { execInfoSources = [] } = await run(client, await approve(client, { uri, overrides }));
    const server = execInfoSources.find(({ pointer }) => pointer === '/spec/cluster/server');
    assert.ok(textAt(server ?? assert.fail()).startsWith("'https://other.example'"));
    assert.ok(!execInfoSources.some(({ pointer }) => pointer.includes('proxy-url')));
  });

  test('what is found in a judged document leads to it, not to the exec block', async () => {
    const kubeconfig = fileUri(folder.write('judged/kubeconfig', blockText));
    await client.open(kubeconfig, blockText);
    const uri = fileUri(path.join(folder.path, 'judged/answer.json'));
    const text = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      kind: 'ExecCredential',
      status: { token: 't' },
    });
    await client.open(uri, text, 'json');
    const request: JudgeRequest = { uri, target: { kubeconfig, user: 'jane' } };
    const { findings } = await client.connection.sendRequest<RunReport>(judgeRequest, request);
    const place = findings.find(({ code }) => code === 'other-api-version')?.place ?? assert.fail();
    assert.equal(place.uri, uri);
    assert.ok(text.slice(place.character).startsWith('"client.authentication.k8s.io/v1beta1"'));
  });

  test('a finding says which part it is about, an override none', async () => {
    const text = blockText.replace('{"token":"t"}', '{}');
    const uri = fileUri(folder.write('finding/kubeconfig', text));
    await client.open(uri, text);
    const overrides = { apiVersion: 'client.authentication.k8s.io/v1beta1', interactive: false };
    const { findings, execInfoSources } = await run(client, await approve(client, { uri, overrides }));
    const place = findings.find(({ code }) => code === 'api-version-mismatch')?.place ?? assert.fail();
    assert.ok(textAt(place).startsWith(`'${v1}'`), textAt(place));
    const pointers = execInfoSources?.map(({ pointer }) => pointer) ?? [];
    assert.ok(!pointers.includes('/apiVersion') && !pointers.includes('/spec/interactive'));
  });
});
