import { define } from '../define';

const rancher = define({
  id: 'rancher-token',
  vendor: 'SUSE Rancher',
  words: ['token'],
  usage: 'rancher token --server=<rancher-host> --user=<user-id> [--cluster=<cluster-id>]',
  answers: ['v1beta1'],
  prompts: true,
  lifetime: 'as the server says',
  installHint: 'rancher was not found. Download the Rancher CLI from the releases of rancher/cli.',
  docsUrl: 'https://github.com/rancher/cli/blob/main/cmd/kubectl_token.go',
  flags: {
    '--server <host>': 'Rancher server.',
    '--user <id>': 'User. Needed.',
    '--cluster <id>': 'Cluster.',
    '--auth-provider <provider>': 'Where to log in, such as activeDirectoryProvider.',
  },
  errors: [
    [
      'operation not supported by device',
      'It asks for a password where there is no terminal.',
      'Log in once in a terminal.',
    ],
  ],
});

const glab = define({
  id: 'glab',
  vendor: 'GitLab',
  words: ['cluster agent get-token'],
  usage: 'glab cluster agent get-token --agent <agent-id>',
  version: 'v1',
  lifetime: 'a day',
  installHint: 'glab was not found. Install the GitLab CLI, then run glab auth login.',
  docsUrl: 'https://docs.gitlab.com/cli/cluster/agent/update-kubeconfig',
  flags: {
    '--agent -a <id>': 'Number of the agent, in quotes: kubectl takes only strings.',
    '--repo -R <repository>': 'Project of the agent.',
    '--cache-mode <mode>': 'Where the token is kept.',
    '--token-expiry-duration <duration>': 'How long the token lasts.',
  },
  values: {
    '--cache-mode': {
      'keyring-filesystem-fallback': 'Keyring, or else a file.',
      'force-keyring': 'Keyring.',
      'force-filesystem': 'File.',
      no: 'Nowhere.',
    },
  },
});

const okteto = define({
  id: 'okteto',
  vendor: 'Okteto',
  words: ['kubetoken'],
  usage: 'okteto kubetoken --context <okteto-url> --namespace <namespace>',
  version: 'v1',
  mode: 'Never',
  provideClusterInfo: true,
  installHint: 'okteto was not found. Install the Okteto CLI, then run okteto context use.',
  needsClusterInfo: null,
  docsUrl: 'https://www.okteto.com/docs/get-started/install-okteto-cli',
  flags: { '--context -c <url>': 'Okteto context.', '--namespace -n <namespace>': 'Namespace.' },
  env: { OKTETO_TOKEN: 'Access token.' },
  secrets: ['OKTETO_TOKEN'],
});

const loftFlags = {
  '--silent': 'Prints nothing but the credential.',
  '--config <file>': 'Configuration file.',
  '--project <project>': 'Project of the virtual cluster.',
  '--virtual-cluster <name>': 'Virtual cluster, for which a certificate is given out.',
};

const loft = define({
  id: 'loft',
  vendor: 'Loft Labs',
  words: ['token'],
  usage: 'loft token --silent --config <config-file>',
  answers: ['v1beta1'],
  credential: 'token or certificate',
  lifetime: 'kubectl is not told',
  installHint: 'loft was not found. Its successor is vcluster: brew install loft-sh/tap/vcluster.',
  docsUrl: 'https://github.com/loft-sh/loftctl/blob/main/pkg/kubeconfig/kubeconfig.go',
  flags: loftFlags,
});

const vcluster = define({
  id: 'vcluster-platform',
  vendor: 'Loft Labs',
  words: ['platform token'],
  usage: 'vcluster platform token --silent --config <config-file>',
  answers: ['v1beta1'],
  installHint: 'vcluster was not found. Run brew install loft-sh/tap/vcluster.',
  docsUrl: 'https://github.com/loft-sh/vcluster/blob/main/pkg/platform/kubeconfig/kubeconfig.go',
  flags: loftFlags,
});

const duplo = define({
  id: 'duplo-jit',
  vendor: 'DuploCloud',
  words: ['k8s'],
  usage: 'duplo-jit k8s --host <duplo-url> --plan <plan> --interactive',
  answers: ['v1beta1'],
  lifetime: 'as the API says, else 55 minutes',
  installHint: 'duplo-jit was not found. Run brew install duplocloud/tap/duplo-jit.',
  docsUrl: 'https://github.com/duplocloud/duplo-jit/blob/master/README.md',
  flags: {
    '--host -host <url>': 'DuploCloud portal.',
    '--plan -plan <plan>': 'Plan, as an administrator.',
    '--tenant -tenant <tenant>': 'Tenant.',
    '--token -token <token>': 'API token. Better left out, with --interactive.',
    '--interactive -interactive': 'Opens a browser to log in.',
  },
  secrets: ['--token', '-token'],
});

const datumctl = define({
  id: 'datumctl',
  vendor: 'Datum',
  words: ['auth get-token'],
  usage: 'datumctl auth get-token --output=client.authentication.k8s.io/v1',
  answers: ['v1'],
  chosenBy: '--output',
  installHint: 'datumctl was not found. Run go install go.datum.net/datumctl@latest.',
  docsUrl: 'https://github.com/datum-cloud/datumctl/blob/main/docs/authentication.md',
  flags: { '--output -o <format>': 'What to print; the bare token if left out, which kubectl cannot read.' },
  values: {
    '--output': {
      'client.authentication.k8s.io/v1': 'ExecCredential, for kubectl.',
      token: 'Bare token. Not for kubectl.',
    },
  },
  errors: [
    ["couldn't get version/kind", '--output is missing.', 'Add --output=client.authentication.k8s.io/v1.'],
  ],
});

const upbound = define({
  id: 'upbound-up',
  vendor: 'Upbound',
  words: ['organization token', 'org token'],
  usage: 'up organization token',
  writeEnv: { ORGANIZATION: '<organization>', UP_PROFILE: '<profile>' },
  answers: ['v1'],
  lifetime: 'as Upbound says',
  installHint: 'up was not found. Run brew install upbound/tap/up.',
  docsUrl: 'https://github.com/upbound/up/blob/main/cmd/up/ctx/navigation.go',
  env: { ORGANIZATION: 'Organization.', UP_PROFILE: 'Profile of the CLI.', UP_TOKEN: 'Access token.' },
  secrets: ['UP_TOKEN'],
});

export const platformPlugins = [rancher, glab, okteto, loft, vcluster, duplo, datumctl, upbound];
