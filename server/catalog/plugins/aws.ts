import { define } from '../define';

const credentials = {
  AWS_PROFILE: 'Profile of the AWS configuration to log in with.',
  AWS_REGION: 'Region of the cluster; AWS_DEFAULT_REGION is older.',
  AWS_STS_REGIONAL_ENDPOINTS: '`regional` asks the own STS endpoint, `legacy` the global one.',
  AWS_CONFIG_FILE: 'Configuration file instead of ~/.aws/config.',
  AWS_SHARED_CREDENTIALS_FILE: 'Credentials file instead of ~/.aws/credentials.',
  AWS_ACCESS_KEY_ID: 'Access key; goes with AWS_SECRET_ACCESS_KEY.',
  AWS_SECRET_ACCESS_KEY: 'Secret access key. Better in a profile than in a kubeconfig.',
  AWS_SESSION_TOKEN: 'Session token of temporary credentials.',
};
/** botocore does. */
const expandsHome = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];
const secrets = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

export const awsEks = define({
  id: 'aws-eks-get-token',
  vendor: 'Amazon Web Services',
  words: ['eks get-token'],
  images: ['amazon/aws-cli', 'public.ecr.aws/aws-cli/aws-cli'],
  usage: 'aws --region <region> eks get-token --cluster-name <cluster> --output json',
  writeEnv: { 'AWS_PROFILE?': '<profile>' },
  answers: ['v1', 'v1beta1'],
  since: 'Follows the entry since AWS CLI 1.23.9 and 2.6.3; older ones answer v1alpha1.',
  // It asks for an MFA code if the profile's role needs one.
  prompts: null,
  lifetime: '14 minutes',
  installHint:
    'aws was not found. Install the AWS CLI version 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
  docsUrl: 'https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html',
  flags: {
    '--cluster-name <cluster>': 'Name of the EKS cluster.',
    '--cluster-id <id>': 'ID of a local cluster on AWS Outposts, instead of its name.',
    '--role-arn --role <role-arn>': 'IAM role to assume for the token.',
    '--region <region>': 'Region of the cluster.',
    '--profile <profile>': 'Profile of the AWS configuration; the variable AWS_PROFILE does the same.',
    '--output <format>': 'Format of the answer. kubectl reads only json, whatever the configuration says.',
    '--ca-bundle <file>': 'CA certificates to trust instead of the built-in ones.',
    '--no-verify-ssl': 'Does not check the certificate of AWS.',
    '--debug': 'Logs to standard error.',
  },
  values: {
    '--output': {
      json: 'What kubectl reads.',
      yaml: 'kubectl reads it too.',
      text: 'Not for kubectl.',
      table: 'Not for kubectl.',
    },
  },
  env: { ...credentials, AWS_DEFAULT_OUTPUT: 'Format of the answer, for kubectl json.' },
  expandsHome,
  secrets,
  errors: [
    [
      'client.authentication.k8s.io/v1alpha1',
      'An old CLI wrote the entry or answers in that version.',
      'Set apiVersion to v1beta1 or v1, and use AWS CLI 1.23.9, 2.6.3 or newer.',
    ],
    [
      "couldn't get version/kind; json parse error",
      'The configured output format is table or text.',
      'Add --output json to args.',
    ],
    [
      'aws failed with exit code 255',
      'No credentials, an unknown profile, or an SSO session that has ended.',
      'Set AWS_PROFILE in env, or run aws sso login.',
    ],
  ],
});

export const awsIamAuthenticator = define({
  id: 'aws-iam-authenticator',
  vendor: 'Kubernetes SIGs',
  commands: ['aws-iam-authenticator', 'heptio-authenticator-aws'],
  words: ['token'],
  usage: 'aws-iam-authenticator token -i <cluster> [-r <role-arn>]',
  writeEnv: { 'AWS_PROFILE?': '<profile>' },
  answers: ['v1', 'v1beta1'],
  since: 'Follows the entry since 0.5.6; v1beta1 since 0.5.3.',
  lifetime: '14 minutes',
  installHint:
    'aws-iam-authenticator was not found. Run go install sigs.k8s.io/aws-iam-authenticator/cmd/aws-iam-authenticator@latest, or use aws eks get-token.',
  docsUrl: 'https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/README.md',
  flags: {
    '-i --cluster-id <cluster>':
      'Name that the cluster has for the authenticator; for EKS the name of the cluster.',
    '-r --role <role-arn>': 'IAM role to assume for the token.',
    '-s --session-name <name>': 'Name of the session of the assumed role.',
    '--region <region>': 'Region of the STS endpoint.',
    '--cache': 'Keeps the AWS credentials in a file, so that MFA is not asked for each time.',
    '--token-only': 'Prints the bare token, which kubectl cannot read.',
  },
  env: { ...credentials, KUBERNETES_AWS_AUTHENTICATOR_CLUSTER_ID: 'Cluster, instead of --cluster-id.' },
  expandsHome,
  secrets,
  errors: [
    [
      'could not get token: NoCredentialProviders',
      'The program has no AWS credentials in its environment.',
      'Set AWS_PROFILE in env.',
    ],
    [
      'Assume Role MFA token code: could not get token: EOF',
      'It asks for an MFA code while kubectl reads its own input from a pipe.',
      'Give kubectl a file name, or cache the credentials with --cache.',
    ],
  ],
});

export const awsPlugins = [awsEks, awsIamAuthenticator];
