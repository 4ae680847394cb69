import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { execInfoText } from '../../../server/plugin/exec-info';
import { Refusal } from '../../../server/plugin/refusal';
import type { ClusterInfo } from '../../../server/plugin/target';
import { clusterInfo, fakeEnvironment, targetWith } from './fakes';

const start = '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{';
const files = {
  '/ca.crt': { content: 'before\n-----BEGIN CERTIFICATE-----\n' },
  '/empty.crt': { content: '' },
};
const environment = fakeEnvironment({ files: { ...files, '/folder': { kind: 'directory' } } });

function cluster(changes: Partial<ClusterInfo>): string | Refusal {
  const target = targetWith({ provideClusterInfo: true }, { clusterInfo: clusterInfo(changes) });
  return execInfoText(target, environment, false);
}

/** What stands in `spec.cluster`. */
function fields(changes: Partial<ClusterInfo>): string | undefined {
  const text = cluster(changes);
  assert.ok(typeof text === 'string');
  return /"cluster":\{(.*)\},"interactive":false\}\}\n$/s.exec(text)?.[1];
}

describe('KUBERNETES_EXEC_INFO', () => {
  it('ends with a line break and tells of the terminal', () => {
    assert.equal(execInfoText(targetWith(), environment, false), `${start}"interactive":false}}\n`);
    assert.equal(execInfoText(targetWith(), environment, true), `${start}"interactive":true}}\n`);
  });

  it('leaves out what is empty, except for the server and the config', () => {
    assert.equal(fields({}), '"server":"https://127.0.0.1:6443","config":null');
  });

  it('keeps the order of the fields', () => {
    const all = {
      tlsServerName: '<name>',
      insecureSkipTlsVerify: true,
      certificateAuthorityData: 'QUI=',
      proxyUrl: 'http://u:p@proxy:3128/',
      disableCompression: true,
      configJson: '{"a":1}',
    };
    const expected =
      '"server":"https://127.0.0.1:6443","tls-server-name":"\\u003cname\\u003e","insecure-skip-tls-verify":true,' +
      '"certificate-authority-data":"QUI=","proxy-url":"http://u:p@proxy:3128/","disable-compression":true,' +
      '"config":{"a":1}';
    assert.equal(fields(all), expected);
  });

  it('gives the bytes of a CA file, text around it included', () => {
    const bytes = Buffer.from(files['/ca.crt'].content).toString('base64');
    assert.match(fields({ certificateAuthority: '/ca.crt' }) ?? '', new RegExp(`-data":"${bytes}"`));
    assert.doesNotMatch(fields({ certificateAuthority: '/empty.crt' }) ?? '', /certificate/);
  });

  it('prefers the CA data, written anew', () => {
    const both = { certificateAuthority: '/ca.crt', certificateAuthorityData: 'QU\nI=' };
    assert.match(fields(both) ?? '', /"certificate-authority-data":"QUI="/);
  });

  it('names the server of kubectl when there is none', () => {
    const target = targetWith({ provideClusterInfo: true }, { clusterInfo: null, cluster: null });
    const text = execInfoText(target, environment, false);
    assert.equal(
      text,
      `${start}"cluster":{"server":"http://localhost:8080","config":null},"interactive":false}}\n`,
    );
  });

  it('refuses a CA that can not be read', () => {
    const refusal = cluster({ certificateAuthority: '/folder' });
    assert.ok(refusal instanceof Refusal);
    assert.equal(refusal.reason, 'ca-unreadable');
    assert.equal(
      refusal.kubectl,
      'error: failed to load CA bundle for execProvider: read /folder: is a directory',
    );
  });
});

const servers: readonly (readonly [given: string, told: string])[] = [
  ['https://h:1', 'https://h:1'],
  ['https://h:1/', 'https://h:1/'],
  ['HTTPS://H:1/', 'HTTPS://H:1/'],
  ['HTTPS://H:1/A', 'https://H:1/A'],
  ['https://h:1?q=1', 'https://h:1?q=1'],
  ['https://h:1/p?q=1', 'https://h:1/p'],
  ['https://h:1/p?', 'https://h:1/p?'],
  ['https://h:1/p#f', 'https://h:1/p%23f'],
  ['https://h:1/a b', 'https://h:1/a%20b'],
  ['https://h:1/a%20b', 'https://h:1/a%20b'],
  ['https://h:1/é', 'https://h:1/%C3%A9'],
  ["https://h:1/it's(*)!", "https://h:1/it's(*)!"],
  ['https://h:1/a%zz', 'https://h:1/a%zz'],
];

describe('the server as client-go passes it on', () => {
  for (const [given, told] of servers) {
    it(given, () => {
      const text = fields({ server: given }) ?? '';
      assert.equal(JSON.parse(`{${text}}`).server, told);
    });
  }
});

const proxies: readonly (readonly [given: string, told: string])[] = [
  ['HTTP://h:1', 'http://h:1'],
  ['http://u:p@h:1', 'http://u:p@h:1'],
  ["http://u:it's@h:1", 'http://u:it%27s@h:1'],
  ['http://u:p%2fq@h:1', 'http://u:p%2Fq@h:1'],
  ['http://:p@h:1', 'http://:p@h:1'],
  ['http://@h:1', 'http://@h:1'],
  ['http://h:1/x#y', 'http://h:1/x#y'],
  ['http://h:1/?q=é', 'http://h:1/?q=é'],
  ['http://', 'http:'],
  ['http:h', 'http:h'],
  ['http://ü:1', 'http://%C3%BC:1'],
  ['http://[::1]:1', 'http://[::1]:1'],
];

describe('the proxy as client-go passes it on', () => {
  for (const [given, told] of proxies) {
    it(given, () => {
      const text = fields({ proxyUrl: given }) ?? '';
      assert.equal(JSON.parse(`{${text}}`)['proxy-url'], told);
    });
  }
});
