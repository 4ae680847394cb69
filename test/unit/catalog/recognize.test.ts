import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pluginOf, pluginsOf, pluginsOfCommand } from '../../../server/catalog';
import { Kubeconfig } from '../../../server/document/kubeconfig';

interface Row {
  readonly line: string;
  readonly env?: readonly string[];
  /** Plugin, wrapper, index of its own first argument, index after the subcommand. */
  readonly is: readonly [id: string, wrapper: string | null, args: number, flags: number] | undefined;
}

const rows: readonly Row[] = [
  { line: 'aws eks get-token', is: ['aws-eks-get-token', null, 0, 2] },
  { line: 'aws --region eu-west-1 eks get-token --cluster-name x', is: ['aws-eks-get-token', null, 0, 4] },
  { line: 'aws --region=eu-west-1 eks get-token', is: ['aws-eks-get-token', null, 0, 3] },
  { line: 'aws --profile eks eks get-token', is: ['aws-eks-get-token', null, 0, 4] },
  { line: 'aws --no-such-flag value eks get-token', is: ['aws-eks-get-token', null, 0, 4] },
  { line: 'aws --debug eks get-token', is: ['aws-eks-get-token', null, 0, 3] },
  { line: 'C:\\tools\\AWS.EXE eks get-token', is: ['aws-eks-get-token', null, 0, 2] },
  { line: '/opt/bin/aws.cmd eks get-token', is: ['aws-eks-get-token', null, 0, 2] },
  { line: 'aws eks', is: undefined },
  { line: 'aws s3 eks get-token', is: undefined },
  { line: 'aws', is: undefined },
  { line: '', is: undefined },
  { line: 'awsx eks get-token', is: undefined },
  { line: 'aws-vault exec work -- aws eks get-token', is: ['aws-eks-get-token', 'aws-vault', 4, 6] },
  { line: 'aws-vault exec work --', is: undefined },
  { line: 'aws-vault list -- aws eks get-token', is: undefined },
  { line: 'env AWS_PROFILE=a aws eks get-token', is: ['aws-eks-get-token', 'env', 2, 4] },
  { line: 'env -i A=b aws-vault exec w -- aws eks get-token', is: ['aws-eks-get-token', 'aws-vault', 7, 9] },
  {
    line: 'docker run --rm -v /a:/b -e X=y amazon/aws-cli:2.15 eks get-token',
    is: ['aws-eks-get-token', 'docker', 7, 9],
  },
  { line: 'docker run --rm alpine eks get-token', is: undefined },
  { line: 'kubectl oidc-login get-token', is: ['int128-kubelogin', null, 1, 2] },
  { line: 'kubectl.exe oidc-login get-token', is: ['int128-kubelogin', null, 1, 2] },
  { line: 'kubectl-oidc_login get-token', is: ['int128-kubelogin', null, 0, 1] },
  { line: 'kubelogin get-token --oidc-issuer-url=https://a', is: ['int128-kubelogin', null, 0, 1] },
  { line: 'kubelogin get-token --server-id x', is: ['azure-kubelogin', null, 0, 1] },
  { line: 'kubelogin get-token -l spn', is: ['azure-kubelogin', null, 0, 1] },
  { line: 'kubelogin get-token', env: ['AAD_LOGIN_METHOD'], is: ['azure-kubelogin', null, 0, 1] },
  { line: 'kubelogin get-token', is: undefined },
  { line: 'kubelogin convert-kubeconfig -l spn', is: undefined },
  {
    line: 'podman run ghcr.io/int128/kubelogin:v1.31.0 get-token',
    is: ['int128-kubelogin', 'docker', 2, 3],
  },
  { line: 'kubectl gs credential-plugin', is: ['kubectl-gs', null, 1, 2] },
  { line: 'kubectl vault-login --role=x', is: ['kubectl-vault-login', null, 1, 1] },
  { line: 'kubectl --context x oidc-login get-token', is: undefined },
  { line: 'kubectl', is: undefined },
  { line: 'exo compute sks kubeconfig a --exec-credential u', is: ['exo', null, 0, 3] },
  { line: 'exo sks kubeconfig a --exec-credential=u', is: ['exo', null, 0, 2] },
  { line: 'exo sks kubeconfig a', is: undefined },
  { line: 'scw --profile p k8s exec-credential', is: ['scw', null, 0, 4] },
  {
    line: 'gscloud --config k --project kubernetes kubernetes cluster exec-credential',
    is: ['gscloud', null, 0, 7],
  },
  { line: 'yc managed-kubernetes create-token', is: ['yc', null, 0, 2] },
  { line: 'bash -c aws', is: undefined },
];

describe('a command line is recognized', () => {
  for (const { line, env = [], is } of rows) {
    test(`${line}${env.length > 0 ? ` with ${env}` : ''}`, () => {
      const [command = '', ...args] = line.split(' ');
      const found = pluginOf({ command, args, env: env.map((name) => ({ name })) });
      const what = found && [
        found.plugin.id,
        found.wrapper?.commands[0] ?? null,
        found.argsStart,
        found.flagsStart,
      ];
      assert.deepEqual(what, is);
    });
  }
});

test('a name that two programs share is both, until a flag tells', () => {
  const ids = (args: string[]) => pluginsOf({ command: 'kubelogin', args }).map(({ plugin }) => plugin.id);
  assert.deepEqual(ids(['get-token']).sort(), ['azure-kubelogin', 'int128-kubelogin']);
  assert.deepEqual(ids(['get-token', '--login']), ['azure-kubelogin']);
  assert.deepEqual(ids([]), []);
});

test('the plugins of an executable', () => {
  const ids = (command: string) => pluginsOfCommand(command).map(({ id }) => id);
  assert.deepEqual(ids('C:\\bin\\pinniped.exe'), ['pinniped-oidc', 'pinniped-static']);
  assert.deepEqual(ids('cat'), []);
});

test('wrappers around wrappers come to an end', () => {
  const args = Array.from({ length: 5000 }, () => 'env');
  assert.equal(pluginOf({ command: 'env', args }), undefined);
});

/** The users of the real-world corpus, with the plugin that each runs; null for a script or a made-up name. */
const real: Readonly<Record<string, readonly (string | null)[]>> = {
  'alibaba-ack-ram-tool': ['ack-ram-tool'],
  'anchors-and-merge-keys': ['aws-eks-get-token', 'aws-eks-get-token'],
  'aws-eks-outpost-cluster-id': ['aws-eks-get-token'],
  'aws-eks-profile-role': ['aws-eks-get-token'],
  'aws-eks-rewritten-by-kubectl': ['aws-eks-get-token'],
  'aws-eks-update-kubeconfig': ['aws-eks-get-token'],
  'aws-iam-authenticator-readme': ['aws-iam-authenticator'],
  'aws-vault-wrapper': ['aws-eks-get-token'],
  'azure-aks-converted-azurecli': ['azure-kubelogin'],
  'azure-azure-config-dir': ['azure-kubelogin'],
  'azure-devicecode-docs': ['azure-kubelogin'],
  'azure-msi': ['azure-kubelogin'],
  'bash-c-script': [null],
  'broken-user-not-current': ['aws-eks-get-token', 'int128-kubelogin'],
  'cached-token-relative-script': [null],
  'cluster-inventory-relative-plugin': ['cluster-inventory-secretreader'],
  'crlf-line-endings': ['doctl'],
  'date-and-colon-strings': [null],
  'doctl-sso': ['doctl'],
  'duplicate-env-names': ['aws-eks-get-token'],
  'duplo-jit': ['duplo-jit'],
  'eksctl-aws': ['aws-eks-get-token'],
  'gardenlogin-cluster-extension': ['gardenlogin'],
  'gitlab-agent': ['glab'],
  'gke-adc-absolute-path': ['gke-gcloud-auth-plugin'],
  'gke-default': ['gke-gcloud-auth-plugin'],
  gscloud: ['gscloud'],
  infra: ['infra'],
  'k8s-ldap-auth': ['k8s-ldap-auth'],
  keystone: ['client-keystone-auth'],
  'kubectl-gs': ['kubectl-gs'],
  'kubelogin-int128-direct': ['int128-kubelogin'],
  'loft-token': ['loft'],
  'nctl-client-credentials': ['nctl-client-credentials'],
  nctl: ['nctl-oidc'],
  nebius: ['nebius'],
  oci: ['oci'],
  'oidc-login-docker': ['int128-kubelogin'],
  'oidc-login-socks-env': ['int128-kubelogin'],
  okteto: ['okteto'],
  'omni-oidc': ['int128-kubelogin'],
  'pinniped-oidc': ['pinniped-oidc'],
  'pinniped-static': ['pinniped-static'],
  'rancher-ui-quoted': ['rancher-token'],
  'rejected/args-as-string': [null],
  'rejected/auth-provider-and-exec': [null],
  'rejected/aws-vault-v1alpha1': ['aws-eks-get-token'],
  'rejected/cluster-inventory-provider-json-shape': ['cluster-inventory-secretreader'],
  'rejected/data-omitted-copy': ['aws-eks-get-token'],
  'rejected/double-double-quoted-profile': ['aws-iam-authenticator'],
  'rejected/eks-v1alpha1': ['aws-eks-get-token'],
  'rejected/env-without-name': [null],
  'rejected/glab-numeric-arg': ['glab'],
  'rejected/keystone-missing-ca-file': ['client-keystone-auth'],
  'rejected/missing-apiversion': [null],
  'rejected/numeric-aws-profile': ['aws-iam-authenticator'],
  'rejected/provideclusterinfo-string': [null],
  'rejected/yaml11-boolean-arg': [null],
  'secret-tool-and-script': ['secret-tool', null],
  stackit: ['stackit'],
  'token-beside-exec': ['rancher-token'],
  'upbound-context-extension': ['upbound-up'],
  yandex: ['yc'],
};

const corpus = fileURLToPath(new URL('../../conformance/realworld/', import.meta.url));

describe('real kubeconfigs', () => {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''));

  test('are all in the table', () => assert.deepEqual(files.sort(), Object.keys(real).sort()));

  for (const file of files) {
    test(file, () => {
      const { users } = new Kubeconfig(readFileSync(`${corpus}${file}.yaml`, 'utf8'));
      const found = users.map((user) => {
        const { command = '', args = [], env = [] } = user.decoded.value?.user?.exec ?? {};
        const names = env.map(({ name = '' }) => ({ name }));
        return pluginOf({ command, args, env: names })?.plugin.id ?? null;
      });
      assert.deepEqual(found, real[file]);
    });
  }
});
