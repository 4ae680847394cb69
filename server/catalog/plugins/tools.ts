import { define } from '../define';

const argocd = define({
  id: 'argocd-k8s-auth',
  name: 'argocd-k8s-auth',
  vendor: 'Argo CD',
  words: ['aws', 'gcp', 'azure'],
  usage: 'argocd-k8s-auth aws --cluster-name <cluster> [--role-arn <role-arn>]',
  mode: 'Never',
  answers: ['v1beta1'],
  prompts: false,
  lifetime: '14 minutes for aws',
  installHint: 'argocd-k8s-auth is part of the Argo CD image; it is not meant for other machines.',
  docsUrl: 'https://github.com/argoproj/argo-cd/blob/master/docs/operator-manual/declarative-setup.md',
  flags: {
    '--cluster-name <cluster>': 'Name of the EKS cluster.',
    '--role-arn <role-arn>': 'IAM role to assume.',
    '--profile <profile>': 'Profile of the AWS configuration.',
  },
});

const kubergrunt = define({
  id: 'kubergrunt',
  vendor: 'Gruntwork',
  words: ['eks token'],
  usage: 'kubergrunt --loglevel error eks token --cluster-id <cluster>',
  answers: ['v1', 'v1beta1'],
  lifetime: '14 minutes',
  installHint: 'kubergrunt was not found. Download it from the releases of gruntwork-io/kubergrunt.',
  docsUrl: 'https://github.com/gruntwork-io/kubergrunt/blob/main/README.md',
  flags: { '--loglevel <level>': 'What it logs.', '--cluster-id <cluster>': 'Name of the EKS cluster.' },
  errors: [['the SSO session has expired or is invalid', 'The SSO session has ended.', 'Run aws sso login.']],
});

const namespaceLabs = define({
  id: 'namespace-eks',
  vendor: 'Namespace Labs',
  commands: ['ns', 'nsdev', 'fn'],
  words: ['eks generate-token'],
  usage: 'ns eks generate-token --exec_credential --env <environment> <cluster>',
  mode: 'Never',
  answers: ['v1'],
  docsUrl: 'https://github.com/namespacelabs/foundation/blob/main/internal/providers/aws/eks/kubeconfig.go',
  flags: {
    '--exec_credential': 'Prints an ExecCredential instead of the bare token. Needed.',
    '--env <environment>': 'Environment.',
  },
  errors: [["couldn't get version/kind", '--exec_credential is missing.', 'Add it.']],
});

const giantSwarm = define({
  id: 'kubectl-gs',
  name: 'kubectl gs credential-plugin',
  vendor: 'Giant Swarm',
  commands: ['kubectl-gs'],
  words: ['credential-plugin'],
  usage: 'kubectl-gs credential-plugin',
  writeEnv: { KUBECTL_GS_OIDC_ISSUER_URL: '<issuer-url>', KUBECTL_GS_OIDC_CLIENT_ID: '<client-id>' },
  answers: ['v1beta1'],
  installHint: 'kubectl-gs was not found. Run kubectl krew install gs.',
  docsUrl: 'https://github.com/giantswarm/kubectl-gs/blob/main/README.md',
  env: {
    KUBECTL_GS_OIDC_ISSUER_URL: 'Issuer.',
    KUBECTL_GS_OIDC_CLIENT_ID: 'Client.',
    KUBECTL_GS_OIDC_ID_TOKEN: 'ID token, which kubectl gs login writes here.',
    KUBECTL_GS_OIDC_REFRESH_TOKEN: 'Refresh token, which kubectl gs login writes here.',
  },
  secrets: ['KUBECTL_GS_OIDC_ID_TOKEN', 'KUBECTL_GS_OIDC_REFRESH_TOKEN'],
});

const infra = define({
  id: 'infra',
  vendor: 'Infra',
  words: ['tokens add'],
  usage: 'infra tokens add',
  answers: ['v1beta1'],
  lifetime: 'as Infra says',
  installHint: 'infra was not found. Install the Infra CLI, then run infra login.',
  docsUrl: 'https://github.com/infrahq/infra/blob/main/internal/cmd/kubernetes.go',
});

const onePassword = define({
  id: 'op-read',
  vendor: '1Password',
  words: ['read'],
  usage: 'op read op://<vault>/<item>/<field>',
  version: 'v1',
  mode: 'Never',
  credential: 'what is stored',
  installHint: 'op was not found. Install the 1Password CLI.',
  docsUrl: 'https://developer.1password.com/docs/cli/reference/commands/read/',
  flags: {
    '--account <account>': 'Account.',
    '--no-newline -n': 'Prints no new line at the end.',
  },
  env: { OP_ACCOUNT: 'Account.', OP_SERVICE_ACCOUNT_TOKEN: 'Token of a service account.' },
  secrets: ['OP_SERVICE_ACCOUNT_TOKEN'],
  errors: [
    [
      "couldn't get version/kind",
      'What is stored is not an ExecCredential.',
      'Store a whole ExecCredential, with the apiVersion of the entry.',
    ],
  ],
});

const secretTool = define({
  id: 'secret-tool',
  vendor: 'libsecret',
  words: ['lookup'],
  usage: 'secret-tool lookup <attribute> <value>',
  version: 'v1',
  mode: 'Never',
  prompts: false,
  credential: 'what is stored',
  docsUrl: 'https://gnome.pages.gitlab.gnome.org/libsecret/',
  errors: [
    [
      'plugin returned version client.authentication.k8s.io/__internal',
      'There is no such item, so it prints nothing.',
      'Store the ExecCredential under these attributes.',
    ],
  ],
});

export const toolPlugins = [kubergrunt, argocd, namespaceLabs, giantSwarm, infra, onePassword, secretTool];
