import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recognize } from '../../server/recognize';

type Row = readonly [path: string | undefined, text: string];

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec: {}\n';
const secret =
  'apiVersion: v1\nkind: Secret\nmetadata: { name: x }\nstringData:\n  kubeconfig: |\n    kind: Config\n';
const certificates = `- cluster:\n    certificate-authority-data: ${'QUJD'.repeat(600)}\n    server: https://x\n  name: c\n`;

const kubeconfigs: Record<string, Row> = {
  'kind and apiVersion': [undefined, 'apiVersion: v1\nkind: Config\n'],
  'kind first': ['/x/any.yaml', 'kind: Config\napiVersion: v1\n'],
  'kind and a key': [undefined, 'kind: Config\nusers: []\n'],
  'another case': [undefined, 'APIVersion: V1\nKind: config\n'],
  quotes: [undefined, '"apiVersion": "v1"\n\'kind\': \'Config\'\n'],
  comments: [undefined, '# mine\n\napiVersion: v1 # not of exec\nkind: Config # yes\n'],
  'tags and anchors': [undefined, 'apiVersion: &v v1\nkind: !!str Config\n'],
  'a byte order mark and CRLF': [undefined, '\uFEFFapiVersion: v1\r\nkind: Config\r\n'],
  'a directive and a mark': [undefined, '%YAML 1.2\n---\napiVersion: v1\nkind: Config\n'],
  'a comment before the mark': [
    undefined,
    '# mine\n---\n# still\nkind: Config\napiVersion: v1\n---\nkind: Pod\n',
  ],
  indented: [undefined, '  apiVersion: v1\n  kind: Config\n'],
  'two keys': [undefined, 'users: []\nclusters:\n- name: x\n'],
  'two keys and a wrong apiVersion': [
    undefined,
    'apiVersion: client.authentication.k8s.io/v1\nkind: Config\nusers: []\nclusters: []\n',
  ],
  'two keys and a misspelt kind': [undefined, 'kind: Konfig\nusers: []\ncurrent-context: x\n'],
  JSON: [undefined, '{\n  "apiVersion": "v1",\n  "kind": "Config"\n}'],
  'JSON in one line': [
    undefined,
    '{"apiVersion":"v1","clusters":[{"name":"a","cluster":{"server":"https://x"}}],"kind":"Config"}',
  ],
  'JSON with two keys': [undefined, '{"users":[{"name":"}","user":{"token":"\\"{"}}],"contexts":[]}'],
  'JSON with comments': [
    undefined,
    '{\n  // don\'t, "kind": "Pod"\n  "apiVersion": "v1", /* {{ */ "kind": "Config"\n}',
  ],
  'JSON half typed': [undefined, '{"apiVersion": "v1", "kind": "Config", "users": [{"name": "'],
  'a flow mapping': [undefined, '--- {apiVersion: v1, kind: Config, users: [{name: "it\'s"}]}'],
  'kind after a hundred certificates': [
    undefined,
    `apiVersion: v1\nclusters:\n${certificates.repeat(100)}contexts: []\nkind: Config\n`,
  ],
  'kind after a hundred certificates in JSON': [
    undefined,
    `{"clusters":[${'{"name":"c","cluster":{"certificate-authority-data":"QUJD"}},'.repeat(2000)}],"kind":"Config"}`,
  ],
  '~/.kube/config': ['/home/jane/.kube/config', ''],
  '~/.kube/config on Windows': ['C:\\Users\\jane\\.kube\\config', 'foo: bar'],
  'a Pod in ~/.kube/config': ['/home/jane/.kube/config', pod],
  '*.config below .kube': ['/home/jane/.kube/prod.config', 'apiVersion: v1\n'],
  'YAML below .kube': ['/home/jane/.kube/configs/prod.yaml', 'users:\n'],
  'an empty YAML below .kube': ['/home/jane/.kube/prod.yml', '# soon\n'],
  kubeconfig: ['/x/kubeconfig', 'foo: bar'],
  'kubeconfig.yaml': ['/x/kubeconfig.yaml', ''],
  'kubeconfig.json': ['/x/kubeconfig.json', '{}'],
  '*.kubeconfig': ['/x/prod.kubeconfig', pod],
  '*.kubeconfig.yaml': ['/x/prod.kubeconfig.yaml', 'preferences: {}\n'],
  'kubeconfig-*': ['/x/kubeconfig-prod', 'contexts:\n'],
  'kubeconfig-*.yaml': ['/x/kubeconfig-prod.yaml', 'contexts:\n'],
  '*-kubeconfig': ['/x/prod-kubeconfig', ''],
  '*-kubeconfig.yaml': ['/x/prod-kubeconfig.yaml', 'apiVersion: v1\n'],
};

const credentials: Record<string, Row> = {
  YAML: [undefined, 'kind: ExecCredential\n'],
  JSON: [
    undefined,
    '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"x"}}',
  ],
  'kind last': [undefined, '{"status":{"token":"x,\\"kind\\":\\"Pod\\""},"kind":"ExecCredential"}'],
  'kind to come': [undefined, 'apiVersion: client.authentication.k8s.io/v1beta1\n'],
  'a wrong apiVersion': [undefined, 'apiVersion: v1\nkind: ExecCredential\n'],
  'in a file with another name': ['/home/jane/.kube/config', 'kind: ExecCredential\n'],
};

const group = 'kubectl.config.k8s.io';
const kubercs: Record<string, Row> = {
  'by its kind': ['/x/any.yaml', `apiVersion: ${group}/v1beta1\nkind: Preference\n`],
  'in JSON': [undefined, `{"kind":"Preference","apiVersion":"${group}/v1alpha1"}`],
  'before its kind is written': [undefined, `apiVersion: ${group}/v1\n`],
  'of several documents': ['/x/any.yaml', `# mine\n---\napiVersion: ${group}/v2\n---\nkind: Preference\n`],
  '~/.kube/kuberc': ['/home/jane/.kube/kuberc', ''],
  '~/.kube/kuberc on Windows': ['C:\\Users\\jane\\.kube\\kuberc', 'aliases: []\n'],
  'kuberc, whatever is in it': ['/x/kuberc', 'foo: bar\n'],
  'kuberc.yaml': ['/home/jane/.kube/kuberc.yaml', 'aliases: []\n'],
  'kuberc.yml without a version': ['/x/kuberc.yml', 'kind: Preference\n'],
};

const others: Record<string, Row> = {
  'a Preference of another group': ['/x/any.yaml', 'apiVersion: app.io/v1\nkind: Preference\n'],
  'a ConfigMap with a kuberc': [
    '/x/kuberc.yaml',
    'kind: ConfigMap\napiVersion: v1\nmetadata: {}\ndata: {}\n',
  ],
  'a file named like it': ['/x/my-kuberc.yaml', 'aliases: []\n'],
  nothing: [undefined, ''],
  'a word': ['/x/notes.yaml', 'kind'],
  'a Pod': ['/x/pod.yaml', pod],
  'kind: Config alone': [undefined, 'kind: Config\n'],
  skaffold: ['/x/skaffold.yaml', 'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: {}\n'],
  'a kubelet configuration': [
    undefined,
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n',
  ],
  'kind: Config of another group': [
    '/x/kubeconfig-x.yaml',
    'apiVersion: something.io/v1\nkind: Config\nspec: {}\n',
  ],
  'a Secret with a kubeconfig': ['/x/kubeconfig.yaml', secret],
  'a Secret named after one': ['/x/prod-kubeconfig.yaml', secret],
  'a list of Secrets': ['/x/kubeconfig-list.json', '{"kind":"List","apiVersion":"v1","items":[]}'],
  'a schema named after one': [
    '/x/kubeconfig.schema.json',
    '{"$schema":"x","type":"object","properties":{"kind":{"const":"Config"}}}',
  ],
  'code named after one': ['/x/kubeconfig-loader.ts', 'kind'],
  'values named after one': ['/x/values-kubeconfig.yaml', 'region: eu\n'],
  'a cached answer below .kube': [
    '/home/jane/.kube/cache/discovery/x/v1/config.json',
    '{"kind":"APIResourceList","apiVersion":"v1"}',
  ],
  'one key': [undefined, 'users: [jane]\n'],
  'talos, with one key': [undefined, 'context: x\ncontexts:\n  x: {}\n'],
  'a manifest with two keys': [undefined, 'kind: Fleet\nmetadata: {}\nclusters: []\ncontexts: []\n'],
  'nested in YAML': [undefined, 'config:\n  kind: Config\n  apiVersion: v1\n  users: []\n  clusters: []\n'],
  'nested in JSON': [
    undefined,
    '{"config":{"kind":"Config","apiVersion":"v1"},"x":["kind",{"users":1,"clusters":2}]}',
  ],
  'a list in YAML': [undefined, '- kind: Config\n  apiVersion: v1\n'],
  'a list in JSON': [undefined, '[{"kind":"Config","apiVersion":"v1"}]'],
  'the second document': [undefined, 'foo: 1\n---\napiVersion: v1\nkind: Config\n'],
  'a long list of something': [undefined, `clusters:\n${'- name: envoy\n'.repeat(10_000)}`],
};

function table(rows: Record<string, Row>, expected: ReturnType<typeof recognize>): void {
  for (const [name, [path, text]] of Object.entries(rows)) {
    test(name, () => assert.equal(recognize(path, text), expected));
  }
}

describe('a kubeconfig', () => table(kubeconfigs, 'kubeconfig'));
describe('an ExecCredential', () => table(credentials, 'exec-credential'));
describe('a kuberc', () => table(kubercs, 'kuberc'));
describe('neither', () => table(others, undefined));

test('a large text is read in a few milliseconds', () => {
  const texts = [
    `{"a":[${'{"b":"\\"}'.repeat(500_000)}`,
    `{${'"'.repeat(1_000_000)}`,
    `{${'/*'.repeat(500_000)}`,
    `{${'/* '.repeat(300_000)}`,
    `{${"'a ".repeat(300_000)}`,
    `a:\n${'&a '.repeat(300_000)}`,
    ' '.repeat(1_000_000),
    `a: ${'#'.repeat(1_000_000)}`,
    'a:\n'.repeat(300_000),
    `{${' '.repeat(100_000)}:`,
    `{${'//\n'.repeat(300_000)}`,
  ];
  for (const text of texts) {
    const start = performance.now();
    recognize('/x/any.yaml', text);
    const ms = performance.now() - start;
    assert.ok(ms < 50, `${ms} ms for ${text.slice(0, 10)}`);
  }
});
