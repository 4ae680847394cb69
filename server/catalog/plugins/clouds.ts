import { define } from '../define';

const doctl = define({
  id: 'doctl',
  vendor: 'DigitalOcean',
  words: ['kubernetes cluster kubeconfig exec-credential'],
  usage:
    'doctl kubernetes cluster kubeconfig exec-credential --version=v1beta1 --context=default <cluster-id>',
  answers: ['v1beta1'],
  chosenBy: '--version',
  lifetime: 'as the API says; kept on disk',
  installHint: 'doctl was not found. Run brew install doctl or snap install doctl, then doctl auth init.',
  docsUrl: 'https://github.com/digitalocean/doctl/blob/main/commands/kubernetes.go',
  flags: {
    '--version <version>': 'Version to answer in; has to be v1beta1.',
    '--context <context>': 'Context of doctl itself, which holds the access token.',
    '--issuer-url <url>': 'Issuer for a cluster with SSO; --client-id is needed too.',
    '--client-id <id>': 'Client for a cluster with SSO.',
    '--access-token -t <token>': 'API token. Better in a context of doctl.',
  },
  values: { '--version': { v1beta1: 'The only one.' } },
  env: { DIGITALOCEAN_ACCESS_TOKEN: 'API token.' },
  secrets: ['--access-token', '-t', 'DIGITALOCEAN_ACCESS_TOKEN'],
  errors: [
    ["expected 'v1beta1'", '--version was changed together with apiVersion.', 'Leave both at v1beta1.'],
  ],
});

const oci = define({
  id: 'oci',
  vendor: 'Oracle Cloud',
  words: ['ce cluster generate-token'],
  usage: 'oci ce cluster generate-token --cluster-id <cluster-ocid> --region <region> [--profile <profile>]',
  answers: ['v1beta1'],
  lifetime: '4 minutes',
  installHint: 'oci was not found. Install the Oracle Cloud Infrastructure CLI, then run oci setup config.',
  docsUrl: 'https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdownloadkubeconfigfile.htm',
  flags: {
    '--cluster-id <ocid>': 'OCID of the cluster.',
    '--region <region>': 'Region of the cluster.',
    '--profile <profile>': 'Profile of the configuration file; DEFAULT if left out.',
    '--auth <kind>': 'Way to sign requests.',
  },
  values: {
    '--auth': {
      api_key: 'Key of the configuration file.',
      security_token: 'Session of oci session authenticate.',
      instance_principal: 'Identity of the instance.',
      resource_principal: 'Identity of the resource.',
      instance_obo_user: 'User on whose behalf the instance acts.',
    },
  },
  env: {
    OCI_CLI_PROFILE: 'Profile of the configuration file.',
    OCI_CLI_AUTH: 'Way to sign requests.',
    OCI_CLI_CONFIG_FILE: 'Configuration file.',
  },
  errors: [
    [
      'Unauthorized',
      'The token is signed with the profile DEFAULT.',
      'Add --profile, or OCI_CLI_PROFILE in env.',
    ],
  ],
});

const ackRam = define({
  id: 'ack-ram-tool',
  vendor: 'Alibaba Cloud',
  words: ['credential-plugin'],
  usage:
    'ack-ram-tool credential-plugin get-credential --cluster-id <cluster-id> --api-version v1 --expiration 3h --log-level error',
  mode: 'Never',
  answers: ['v1', 'v1beta1'],
  behaviour: 'by-flag',
  chosenBy: '--api-version',
  unchosen: 'v1beta1',
  credential: 'token or certificate',
  lifetime: 'as --expiration says',
  installHint:
    'ack-ram-tool was not found. Download it from the releases of AliyunContainerService/ack-ram-tool.',
  docsUrl:
    'https://github.com/AliyunContainerService/ack-ram-tool/blob/main/website/docs/credential-plugin/get-kubeconfig.md',
  flags: {
    '--cluster-id -c <id>': 'ID of the cluster.',
    '--api-version <version>': 'Version to answer in; the same as apiVersion. v1beta1 if left out.',
    '--expiration <duration>': 'How long the certificate lasts.',
    '--log-level <level>': 'What it logs.',
  },
  values: { '--api-version': { v1: 'For apiVersion v1.', v1beta1: 'For apiVersion v1beta1.' } },
  errors: [['plugin returned version', '--api-version and apiVersion differ.', 'Make both the same.']],
});

const yandex = define({
  id: 'yc',
  name: 'yc managed-kubernetes create-token',
  vendor: 'Yandex Cloud',
  words: ['k8s create-token', 'managed-kubernetes create-token'],
  usage: 'yc k8s create-token --profile=<profile>',
  answers: ['v1beta1'],
  behaviour: 'unknown',
  installHint: 'yc was not found. Install the Yandex Cloud CLI, then run yc init.',
  docsUrl: 'https://yandex.cloud/en/docs/cli/cli-ref/managed-services/managed-kubernetes/create-token',
  flags: {
    '--profile <profile>': 'Profile of the CLI.',
    '--token <token>': 'OAuth token. Better in a profile.',
  },
  secrets: ['--token'],
});

const nebius = define({
  id: 'nebius',
  vendor: 'Nebius',
  words: ['mk8s v1 cluster get-token', 'mk8s cluster get-token'],
  usage: 'nebius mk8s v1 cluster get-token --format json [--profile <profile>]',
  installHint: 'nebius was not found. Install the Nebius CLI, then run nebius mk8s cluster get-credentials.',
  docsUrl: 'https://docs.nebius.com/cli',
  flags: {
    '--format <format>': 'Format of the answer; json for kubectl.',
    '--profile <profile>': 'Profile of the CLI.',
  },
  values: { '--format': { json: 'What kubectl reads.' } },
  errors: [["couldn't get version/kind", '--format json is missing.', 'Add it.']],
});

const cci = define({
  id: 'cci-iam-authenticator',
  vendor: 'Huawei Cloud',
  words: ['token'],
  usage: 'cci-iam-authenticator token --iam-endpoint=<iam-url> --project-name=<project>',
  installHint: 'cci-iam-authenticator was not found. Download it from Huawei Cloud.',
  needsClusterInfo: null,
  docsUrl: 'https://support.huaweicloud.com/intl/en-us/devg-cci/cci_kubectl_03.html',
  flags: {
    '--iam-endpoint <url>': 'Address of IAM.',
    '--project-name <project>': 'Name of the project.',
    '--user-name <name>': 'User, with --password.',
    '--password <password>': 'Password of the user.',
    '--ak <key-id>': 'Access key, with --sk.',
    '--sk <secret-key>': 'Secret key.',
    '--token-only': 'Prints the bare token, which kubectl cannot read.',
  },
  secrets: ['--ak', '--sk', '--password'],
  errors: [["couldn't get version/kind", '--token-only prints the bare token.', 'Leave it out.']],
});

export const cloudPlugins = [doctl, oci, ackRam, yandex, nebius, cci];
