/** What many plugins read, whoever wrote them. */
export const generalVariables: Readonly<Record<string, string>> = {
  HTTPS_PROXY: 'Proxy of the plugin’s own requests; proxy-url of the cluster is not for it.',
  HTTP_PROXY: 'Proxy of the plugin’s own requests over plain HTTP.',
  NO_PROXY: 'Hosts that are reached without the proxy.',
  HOME: 'Home folder, where plugins keep their log-in.',
  SSL_CERT_FILE: 'CA certificates to trust, for plugins that are written in Go.',
  BROWSER: 'Browser to open for the log-in.',
  AWS_PROFILE: 'Profile of the AWS configuration, where the plugin logs in to AWS.',
  AWS_REGION: 'Region of AWS.',
  AZURE_CONFIG_DIR: 'Configuration folder of the Azure CLI.',
  GOOGLE_APPLICATION_CREDENTIALS: 'File with credentials of Google Cloud.',
};
