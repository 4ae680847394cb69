import { define } from '../define';

const scaleway = define({
  id: 'scw',
  vendor: 'Scaleway',
  words: ['k8s exec-credential'],
  usage: 'scw k8s exec-credential [--profile <profile>]',
  mode: 'Never',
  answers: ['v1'],
  prompts: false,
  lifetime: 'until the API key is revoked',
  installHint: 'scw was not found. Run brew install scw or choco install scaleway-cli.',
  docsUrl:
    'https://github.com/scaleway/scaleway-cli/blob/master/internal/namespaces/k8s/v1/custom_kubeconfig.go',
  flags: { '--profile -p <profile>': 'Profile of the CLI.', '--config -c <file>': 'Configuration file.' },
  env: {
    SCW_PROFILE: 'Profile of the CLI.',
    SCW_ACCESS_KEY: 'Access key.',
    SCW_SECRET_KEY: 'Secret key, which is also the token.',
  },
  secrets: ['SCW_SECRET_KEY'],
  errors: [
    [
      'invalid apiVersion "client.authentication.k8s.io/v1"',
      'The program that reads the kubeconfig is too old for v1.',
      'Update it; the plugin has no v1beta1.',
    ],
  ],
});

const exoscale = define({
  id: 'exo',
  vendor: 'Exoscale',
  words: ['compute sks kubeconfig', 'sks kubeconfig'],
  needsFlag: ['--exec-credential'],
  usage: 'exo compute sks kubeconfig <cluster> --zone=<zone> --exec-credential <user>',
  answers: ['v1beta1'],
  credential: 'certificate',
  lifetime: 'as the API says; kubectl is not told',
  installHint: 'exo was not found. Install the Exoscale CLI.',
  docsUrl: 'https://github.com/exoscale/cli/blob/master/cmd/compute/sks/sks_kubeconfig.go',
  flags: {
    '--exec-credential': 'Prints an ExecCredential instead of a kubeconfig.',
    '--zone -z <zone>': 'Zone of the cluster.',
  },
});

const stackit = define({
  id: 'stackit',
  vendor: 'STACKIT',
  words: ['ske kubeconfig login'],
  usage: 'stackit ske kubeconfig login',
  answers: ['v1'],
  needsClusterInfo: true,
  extension: {
    stackitProjectID: 'Project of the cluster.',
    clusterName: 'Name of the cluster.',
    region: 'Region of the cluster.',
    organizationID: 'Organization, for --idp.',
  },
  credential: 'token or certificate',
  lifetime: '15 minutes',
  installHint:
    'stackit was not found. Run brew install --cask stackitcloud/tap/stackit or snap install stackit --classic.',
  docsUrl: 'https://github.com/stackitcloud/stackit-cli/blob/main/docs/stackit_ske_kubeconfig_login.md',
  flags: { '--idp': 'Logs in with a token of the identity provider instead of a certificate.' },
  errors: [
    [
      'ExecCredential contains not all needed fields',
      'provideClusterInfo or the extension is missing.',
      'Set provideClusterInfo: true and give the cluster its extension.',
    ],
  ],
});

const gridscale = define({
  id: 'gscloud',
  vendor: 'gridscale',
  words: ['kubernetes cluster exec-credential'],
  usage:
    'gscloud --config <config-file> --project <project> kubernetes cluster exec-credential --cluster <cluster-id>',
  answers: ['v1beta1'],
  credential: 'certificate',
  lifetime: 'as the API says, else an hour',
  docsUrl: 'https://github.com/gridscale/gscloud/blob/master/cmd/kubernetes.go',
  flags: {
    '--config <file>': 'Configuration file.',
    '--project <project>': 'Project of that file.',
    '--cluster <id>': 'UUID of the cluster.',
  },
});

const oidcFlags = { '--issuer-url <url>': 'Issuer of the identity provider.', '--client-id <id>': 'Client.' };
const nctlHint = 'nctl was not found. Run brew install ninech/taps/nctl.';
const nctlDocs = 'https://github.com/ninech/nctl/blob/main/README.md';

const nctlOidc = define({
  id: 'nctl-oidc',
  vendor: 'Nine',
  words: ['auth oidc'],
  usage: 'nctl auth oidc --issuer-url=<issuer-url> --client-id=<client-id> --use-pkce',
  installHint: nctlHint,
  docsUrl: nctlDocs,
  flags: {
    ...oidcFlags,
    '--use-pkce': 'Uses PKCE.',
    '--use-device-code': 'Shows a code instead of opening a browser.',
  },
});

const nctlClient = define({
  id: 'nctl-client-credentials',
  vendor: 'Nine',
  words: ['auth client-credentials'],
  usage: 'nctl auth client-credentials --client-id=<client-id> --token-url=<token-url>',
  mode: 'Never',
  answers: ['v1'],
  prompts: false,
  installHint: nctlHint,
  docsUrl: nctlDocs,
  flags: {
    '--client-id <id>': 'Client.',
    '--client-secret <secret>': 'Secret of the client. Better in NCTL_API_CLIENT_SECRET.',
    '--token-url <url>': 'Where tokens are given out.',
  },
  env: {
    NCTL_API_CLIENT_ID: 'Client.',
    NCTL_API_CLIENT_SECRET: 'Secret of the client.',
  },
  secrets: ['--client-secret', 'NCTL_API_CLIENT_SECRET'],
});

export const hosterPlugins = [scaleway, exoscale, stackit, gridscale, nctlOidc, nctlClient];
