import { execGroup } from './exec-versions';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Words for true and false that are none to YAML 1.2. */
export const yaml11Booleans = '^([yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)$';

/** Go's []byte: base64 without spaces. */
export const base64Text = '^[A-Za-z0-9+/=\\r\\n]*$';

/** Go reads RFC 3339, but is laxer on the hour and on fractions. */
export const goTime = '^\\d{4}-\\d\\d-\\d\\dT\\d{1,2}:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)$';

const filled = { type: 'string', minLength: 1 };

/** Without it kubectl refuses the struct, by its Go type; an empty text counts as left out where it says so. */
export const constraints: Readonly<Record<string, JsonSchema>> = {
  ExecConfig: {
    required: ['command', 'apiVersion'],
    if: { properties: { apiVersion: { const: `${execGroup}/v1` } }, required: ['apiVersion'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['interactiveMode'] },
  },
  ExecEnvVar: { required: ['name'] },
  // The name of this field alone may be written in any case.
  ExecCredential: { anyOf: [{ required: ['apiVersion'] }, { required: ['APIVersion'] }] },
  ExecCredentialStatus: {
    anyOf: [
      { required: ['token'] },
      { required: ['clientCertificateData'] },
      { required: ['clientKeyData'] },
    ],
    allOf: [
      goesWith('clientCertificateData', 'clientKeyData'),
      goesWith('clientKeyData', 'clientCertificateData'),
    ],
  },
};

function goesWith(one: string, other: string): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { properties: { [one]: filled }, required: [one] }, then: { required: [other] } };
}

/** What fields look like, by Go type. */
export const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Cluster: { server: 'https://203.0.113.10:6443' },
  Context: { namespace: 'default' },
  ExecConfig: {
    command: 'aws',
    args: ['eks', 'get-token', '--cluster-name', 'example', '--output', 'json'],
    installHint: 'Install the AWS CLI, then run "aws login".',
  },
  ExecEnvVar: { name: 'AWS_PROFILE', value: 'example' },
  ExecCredentialStatus: { expirationTimestamp: '2030-01-31T18:00:00Z' },
};
