import { define } from '../define';

const teleport = define({
  id: 'teleport-tsh',
  vendor: 'Teleport',
  words: ['kube credentials'],
  usage:
    'tsh kube credentials --kube-cluster=<kube-cluster> --teleport-cluster=<teleport-cluster> --proxy=<proxy-host>:443',
  writeEnv: { 'TELEPORT_HOME?': '<tsh-folder>' },
  mode: 'Never',
  answers: ['v1beta1'],
  credential: 'certificate',
  lifetime: 'as long as the Teleport certificate',
  installHint: 'tsh was not found. Install the Teleport client tools, then run tsh login.',
  docsUrl: 'https://goteleport.com/docs/connect-your-client/tsh/',
  flags: {
    '--kube-cluster <cluster>': 'Kubernetes cluster, as Teleport names it.',
    '--teleport-cluster <cluster>': 'Teleport cluster that it belongs to.',
    '--proxy <host:port>': 'Teleport proxy.',
  },
  env: { TELEPORT_HOME: 'Folder of tsh instead of ~/.tsh.', TELEPORT_PROXY: 'Teleport proxy.' },
});

const pomerium = define({
  id: 'pomerium',
  vendor: 'Pomerium',
  words: ['k8s exec-credential'],
  usage: 'pomerium-cli k8s exec-credential <server-url>',
  answers: ['v1'],
  lifetime: 'as the JWT says',
  installHint: 'pomerium-cli was not found. See https://www.pomerium.com/docs/deploy/clients',
  docsUrl: 'https://www.pomerium.com/docs/deploy/clients',
  flags: {
    '--service-account <token>': 'Token of a service account. Better in a file, with --service-account-file.',
    '--service-account-file <file>': 'File with that token.',
  },
  secrets: ['--service-account'],
});

const vaultLogin = define({
  id: 'kubectl-vault-login',
  name: 'kubectl vault-login',
  vendor: 'FalcoSuessgott (community)',
  commands: ['kubectl-vault_login', 'kubectl-vault-login'],
  usage: 'kubectl vault-login --role=<role>',
  mode: 'Never',
  answers: ['v1'],
  lifetime: 'as the Vault lease; kept on disk',
  installHint: 'kubectl vault-login was not found. Run kubectl krew install vault-login.',
  docsUrl: 'https://github.com/FalcoSuessgott/kubectl-vault-login/blob/main/README.md',
  flags: { '--role <role>': 'Role of the Kubernetes secrets engine.' },
  env: { VAULT_ADDR: 'Address of Vault.', VAULT_TOKEN: 'Token of Vault.' },
  secrets: ['VAULT_TOKEN'],
  errors: [
    [
      'plugin returned version client.authentication.k8s.io/v1',
      'An example of its README says v1beta1, but it answers in v1.',
      'Set apiVersion to v1 and interactiveMode to Never.',
    ],
  ],
});

const gardenlogin = define({
  id: 'gardenlogin',
  name: 'kubectl gardenlogin',
  vendor: 'Gardener',
  commands: ['kubectl-gardenlogin', 'gardenlogin'],
  words: ['get-client-certificate'],
  usage: 'kubectl gardenlogin get-client-certificate',
  answers: ['v1', 'v1beta1'],
  since: 'v1 since 0.4.0.',
  needsClusterInfo: true,
  insteadOfClusterInfo: ['--name', '--namespace', '--garden-cluster-identity'],
  extension: {
    'shootRef.namespace': 'Namespace of the shoot.',
    'shootRef.name': 'Name of the shoot.',
    gardenClusterIdentity: 'Garden cluster of the shoot.',
  },
  credential: 'certificate',
  installHint:
    'kubectl gardenlogin was not found. Run brew install gardener/tap/gardenlogin or winget install Gardener.gardenlogin.',
  docsUrl: 'https://github.com/gardener/gardenlogin/blob/master/README.md',
  flags: {
    '--name <shoot>': 'Name of the shoot.',
    '--namespace <namespace>': 'Namespace of the shoot.',
    '--garden-cluster-identity <garden>': 'Garden cluster of the shoot.',
  },
});

const britive = define({
  id: 'britive',
  vendor: 'Britive',
  usage: 'pybritive-kube-exec -t <tenant>',
  mode: 'Never',
  answers: ['v1', 'v1beta1'],
  needsClusterInfo: true,
  extension: { 'britive-profile': 'Profile to check out.' },
  lifetime: 'as Britive says',
  installHint: 'pybritive-kube-exec was not found. Run pip install pybritive.',
  docsUrl: 'https://github.com/britive/python-cli/blob/main/README.md',
  flags: { '-t --tenant <tenant>': 'Tenant.' },
  errors: [
    [
      'cluster extension named britive-profile not found',
      'provideClusterInfo or the extension is missing.',
      'Restore both.',
    ],
  ],
});

const secretReader = define({
  id: 'cluster-inventory-secretreader',
  vendor: 'Kubernetes SIG Multicluster',
  commands: ['secretreader-plugin', 'kubeconfig-secretreader-plugin'],
  usage: 'secretreader-plugin',
  mode: 'Never',
  answers: ['v1'],
  needsClusterInfo: true,
  prompts: false,
  credential: 'token or certificate',
  docsUrl: 'https://github.com/kubernetes-sigs/cluster-inventory-api',
  errors: [
    [
      'spec.cluster.server is missing in KUBERNETES_EXEC_INFO',
      'provideClusterInfo is false.',
      'Set it to true.',
    ],
  ],
});

export const accessPlugins = [teleport, pomerium, vaultLogin, gardenlogin, britive, secretReader];
