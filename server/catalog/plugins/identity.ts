import { define } from '../define';

const concierge = {
  '--enable-concierge': 'Trades the log-in for a credential of the cluster.',
  '--concierge-endpoint <url>': 'Address of the Concierge.',
  '--concierge-ca-bundle-data <base64>': 'CA certificates of the Concierge.',
  '--concierge-authenticator-type <type>': 'Kind of the authenticator.',
  '--concierge-authenticator-name <name>': 'Name of the authenticator.',
  '--concierge-api-group-suffix <suffix>': 'API group suffix; pinniped.dev if left out.',
  '--credential-cache <file>': 'File for cached credentials; empty for none.',
};
const conciergeValues = { '--concierge-authenticator-type': { webhook: 'Webhook.', jwt: 'JWT.' } };
const pinnipedHint =
  'The pinniped CLI was not found. Run brew install vmware/pinniped/pinniped-cli, or see https://get.pinniped.dev/cli';
const pinnipedEnv = { PINNIPED_DEBUG: '`true` logs to standard error.' };

const pinnipedOidc = define({
  id: 'pinniped-oidc',
  vendor: 'Pinniped',
  words: ['login oidc'],
  usage:
    'pinniped login oidc --issuer=<issuer-url> --client-id=pinniped-cli --scopes=offline_access,openid,pinniped:request-audience,username,groups [--ca-bundle-data=<base64>]',
  provideClusterInfo: true,
  answers: ['v1beta1'],
  credential: 'token or certificate',
  lifetime: 'minutes; kept on disk',
  installHint: pinnipedHint,
  docsUrl: 'https://pinniped.dev/docs/howto/login/',
  flags: {
    '--issuer <url>': 'Issuer. Needed.',
    '--client-id <id>': 'Client; pinniped-cli if left out.',
    '--scopes <scopes>': 'Scopes to ask for, with commas.',
    '--request-audience <audience>': 'Asks for a token with another audience.',
    '--ca-bundle-data <base64>': 'CA certificates of the issuer.',
    '--skip-browser': 'Prints the address instead of opening the browser.',
    '--upstream-identity-provider-name <name>': 'Identity provider behind the Supervisor.',
    '--upstream-identity-provider-type <type>': 'Kind of that identity provider.',
    '--upstream-identity-provider-flow <flow>': 'How to log in there.',
    ...concierge,
  },
  values: {
    ...conciergeValues,
    '--upstream-identity-provider-type': {
      oidc: 'OIDC.',
      ldap: 'LDAP.',
      activedirectory: 'AD.',
      github: 'GitHub.',
    },
    '--upstream-identity-provider-flow': {
      browser_authcode: 'Opens a browser.',
      cli_password: 'Asks for user name and password in the terminal.',
    },
  },
  env: {
    PINNIPED_UPSTREAM_IDENTITY_PROVIDER_FLOW: 'How to log in; wins over the flag.',
    PINNIPED_SKIP_PRINT_LOGIN_URL: '`true` prints no address when a browser opens.',
    ...pinnipedEnv,
  },
  errors: [['expired credential', 'The clock of this machine is wrong.', 'Set the clock right.']],
});

const pinnipedStatic = define({
  id: 'pinniped-static',
  vendor: 'Pinniped',
  words: ['login static'],
  usage:
    'pinniped login static --enable-concierge --concierge-endpoint=<concierge-url> --concierge-authenticator-type=<type:webhook|jwt> --concierge-authenticator-name=<name> --token-env=<variable>',
  provideClusterInfo: true,
  answers: ['v1beta1'],
  prompts: false,
  credential: 'token or certificate',
  installHint: pinnipedHint,
  docsUrl: 'https://pinniped.dev/docs/howto/login/',
  flags: {
    '--token <token>': 'The token. Better in a variable, with --token-env.',
    '--token-env <variable>': 'Variable that holds the token.',
    ...concierge,
  },
  values: conciergeValues,
  env: pinnipedEnv,
  secrets: ['--token'],
});

const oc = define({
  id: 'oc-get-token',
  vendor: 'Red Hat OpenShift',
  words: ['get-token'],
  usage: 'oc get-token --issuer-url=<issuer-url> --client-id=<client-id> --callback-address=127.0.0.1:0',
  answers: ['v1'],
  prompts: false,
  lifetime: 'as long as the identity provider says',
  installHint: 'oc was not found. Install the OpenShift CLI.',
  docsUrl: 'https://github.com/openshift/oc/blob/main/pkg/cli/gettoken/gettoken.go',
  flags: {
    '--issuer-url <url>': 'Issuer of the identity provider.',
    '--client-id <id>': 'Client.',
    '--client-secret <secret>': 'Secret of the client.',
    '--extra-scopes <scopes>': 'More scopes to ask for.',
    '--callback-address <host:port>': 'Where the answer of the browser is awaited.',
  },
  secrets: ['--client-secret'],
  errors: [
    [
      'plugin returned version client.authentication.k8s.io/v1',
      'It answers in v1 only.',
      'Set apiVersion to v1 and add interactiveMode.',
    ],
  ],
});

const keystone = define({
  id: 'client-keystone-auth',
  vendor: 'Kubernetes (OpenStack)',
  usage: 'client-keystone-auth --domain-name=default --keystone-url=<keystone-url>',
  writeEnv: { OS_USERNAME: '<user>', OS_PROJECT_NAME: '<project>' },
  answers: ['v1beta1'],
  prompts: true,
  lifetime: 'as Keystone says',
  installHint:
    'client-keystone-auth was not found. Download it from the releases of kubernetes/cloud-provider-openstack.',
  docsUrl:
    'https://github.com/kubernetes/cloud-provider-openstack/blob/master/docs/keystone-auth/using-client-keystone-auth.md',
  flags: {
    '--keystone-url <url>': 'Address of Keystone; OS_AUTH_URL in the environment.',
    '--domain-name <domain>': 'Domain of the user.',
    '--user-name <user>': 'User.',
    '--project-name <project>': 'Project.',
    '--password <password>': 'Password; asked for if left out. Better in OS_PASSWORD of the environment.',
    '--application-credential-id <id>': 'Application credential.',
    '--application-credential-name <name>': 'Name of the application credential.',
    '--application-credential-secret <secret>': 'Secret of the application credential.',
    '--cert <file>': 'Client certificate.',
  },
  env: {
    OS_AUTH_URL: 'Address of Keystone.',
    OS_DOMAIN_NAME: 'Domain of the user.',
    OS_USERNAME: 'User.',
    OS_PROJECT_NAME: 'Project.',
    OS_PASSWORD: 'Password.',
    OS_APPLICATION_CREDENTIAL_ID: 'Application credential.',
    OS_APPLICATION_CREDENTIAL_NAME: 'Name of the application credential.',
    OS_APPLICATION_CREDENTIAL_SECRET: 'Secret of the application credential.',
  },
  secrets: [
    '--password',
    '--application-credential-secret',
    'OS_PASSWORD',
    'OS_APPLICATION_CREDENTIAL_SECRET',
  ],
  errors: [
    [
      "exec plugin didn't return a token or cert/key pair",
      'The log-in failed; the plugin then prints an empty status.',
      'Read its standard error, and check the OS_ variables.',
    ],
  ],
});

const ldap = define({
  id: 'k8s-ldap-auth',
  vendor: 'vbouchaud (community)',
  words: ['authenticate'],
  usage: 'k8s-ldap-auth authenticate --endpoint=<url>/auth',
  writeEnv: { AUTH_API_VERSION: 'client.authentication.k8s.io/v1beta1', 'USER?': '<user>' },
  answers: ['v1beta1'],
  behaviour: 'by-env',
  chosenBy: 'AUTH_API_VERSION',
  prompts: true,
  docsUrl: 'https://github.com/vbouchaud/k8s-ldap-auth/blob/master/README.md',
  flags: {
    '--endpoint <url>': 'Where to log in.',
    '--user <user>': 'User; asked for if left out.',
    '--password <password>': 'Password; asked for if left out.',
  },
  env: {
    AUTH_API_VERSION: 'Version to answer in; the same as apiVersion.',
    USER: 'User.',
    PASSWORD: 'Password.',
  },
  secrets: ['--password', 'PASSWORD'],
  errors: [['plugin returned version', 'AUTH_API_VERSION and apiVersion differ.', 'Make both the same.']],
});

export const identityPlugins = [pinnipedOidc, pinnipedStatic, oc, keystone, ldap];
