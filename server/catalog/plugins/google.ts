import { define } from '../define';

const gkeGcloud = define({
  id: 'gke-gcloud-auth-plugin',
  vendor: 'Google Cloud',
  usage: 'gke-gcloud-auth-plugin',
  provideClusterInfo: true,
  answers: ['v1beta1'],
  prompts: false,
  lifetime: 'about an hour',
  installHint:
    'gke-gcloud-auth-plugin was not found. Run gcloud components install gke-gcloud-auth-plugin, or install the package google-cloud-cli-gke-gcloud-auth-plugin.',
  docsUrl: 'https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl#install_plugin',
  flags: {
    '--use_application_default_credentials':
      'Uses the application default credentials instead of account of gcloud.',
    '--impersonate_service_account <account>': 'Service account to act as.',
  },
  env: {
    CLOUDSDK_CONFIG: 'Configuration folder of gcloud.',
    CLOUDSDK_CORE_ACCOUNT: 'Account to use.',
    GOOGLE_APPLICATION_CREDENTIALS: 'Key file for the application default credentials.',
  },
  errors: [
    [
      'plugin returned version client.authentication.k8s.io/v1beta1',
      'It answers in v1beta1 only.',
      'Set apiVersion to v1beta1.',
    ],
    [
      'Failed to retrieve access token',
      'gcloud has no active account.',
      'Run gcloud auth login, or add --use_application_default_credentials.',
    ],
  ],
});

const gkeAuth = define({
  id: 'gke-auth-plugin',
  vendor: 'traviswt (community)',
  usage: 'gke-auth-plugin',
  version: 'v1beta1',
  mode: 'Never',
  provideClusterInfo: true,
  answers: ['v1', 'v1beta1'],
  behaviour: 'unknown',
  since: 'Early releases answer v1beta1 only.',
  installHint: 'gke-auth-plugin was not found. Build it from its sources, or use gke-gcloud-auth-plugin.',
  needsClusterInfo: null,
  docsUrl: 'https://github.com/traviswt/gke-auth-plugin/blob/main/README.md',
  errors: [
    [
      'plugin returned version client.authentication.k8s.io/v1beta1',
      'It answered in v1beta1.',
      'Set apiVersion to v1beta1.',
    ],
  ],
});

export const googlePlugins = [gkeGcloud, gkeAuth];
