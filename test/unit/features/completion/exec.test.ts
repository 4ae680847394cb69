import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRow, completionAt, type Row } from './accept';

const v1 = 'client.authentication.k8s.io/v1';
const exec = (inside: string) =>
  `users:\n- name: a\n  user:\n    exec:\n${inside.replace(/^(?=.)/gm, '      ')}`;
const args = (command: string, ...items: string[]) =>
  exec(`command: ${command}\nargs:\n${items.map((item) => `- ${item}\n`).join('')}`);

const rows: Readonly<Record<string, Row>> = {
  'a word of the subcommand': {
    at: args('aws', '|'),
    offers: ['arguments of aws eks get-token', 'eks'],
    lacks: ['--region', 'get-token'],
    accept: 'eks',
    becomes: args('aws', 'eks'),
  },
  'the next word of the subcommand': {
    at: args('aws', 'eks', 'get|'),
    only: ['get-token'],
    accept: 'get-token',
    becomes: args('aws', 'eks', 'get-token'),
  },
  'all arguments where there are none': {
    at: args('aws', '|'),
    accept: 'arguments of aws eks get-token',
    becomes: args(
      'aws',
      '--region',
      '<region>',
      'eks',
      'get-token',
      '--cluster-name',
      '<cluster>',
      '--output',
      'json',
    ),
  },
  'all arguments behind the key': {
    at: exec('command: aws-iam-authenticator\nargs: |\n'),
    only: ['arguments of aws-iam-authenticator token'],
    accept: 'arguments of aws-iam-authenticator token',
    becomes: args('aws-iam-authenticator', 'token', '-i', '<cluster>'),
  },
  'all arguments in brackets': {
    at: exec('command: aws-iam-authenticator\nargs: [|]\n'),
    accept: 'arguments of aws-iam-authenticator token',
    becomes: exec('command: aws-iam-authenticator\nargs: [token, -i, <cluster>]\n'),
  },
  'flags that are not there yet': {
    at: args('aws', 'eks', 'get-token', '--cluster-name', 'c', '|'),
    offers: ['--role-arn', '--region', '--profile', '--output'],
    lacks: ['--cluster-name', 'eks'],
    accept: '--profile',
    becomes: args('aws', 'eks', 'get-token', '--cluster-name', 'c', '--profile', ''),
  },
  'a half-typed flag': {
    at: args('aws', 'eks', 'get-token', '--reg|'),
    accept: '--region',
    becomes: args('aws', 'eks', 'get-token', '--region', ''),
  },
  'a flag between others': {
    at: args('aws', 'eks', 'get-token', '|', '--output', 'json'),
    lacks: ['--output'],
    accept: '--profile',
    becomes: args('aws', 'eks', 'get-token', '--profile', '', '--output', 'json'),
  },
  'a flag by another of its names is there': {
    at: args('aws', 'eks', 'get-token', '--role', 'r', '|'),
    lacks: ['--role-arn'],
  },
  'a flag with its value in one argument, as others are': {
    at: args('aws', 'eks', 'get-token', '--cluster-name=c', '|'),
    accept: '--profile',
    becomes: args('aws', 'eks', 'get-token', '--cluster-name=c', '--profile='),
  },
  'a flag with its value in one argument, as the vendor writes it': {
    at: args('kubectl', 'oidc-login', 'get-token', '|'),
    accept: '--oidc-issuer-url',
    becomes: args('kubectl', 'oidc-login', 'get-token', '--oidc-issuer-url='),
  },
  'a flag in brackets': {
    at: exec('command: aws\nargs: [eks, get-token, --clu|]\n'),
    accept: '--cluster-name',
    becomes: exec('command: aws\nargs: [eks, get-token, --cluster-name, ]\n'),
  },
  'a flag in JSON': {
    at: '{ "users": [{ "user": { "exec": { "command": "aws", "args": ["eks", "get-token", "--clu|"] } } }] }',
    accept: '--cluster-name',
    becomes:
      '{ "users": [{ "user": { "exec": { "command": "aws", "args": ["eks", "get-token", "--cluster-name", ""] } } }] }',
  },
  'a switch': {
    at: args('aws', 'eks', 'get-token', '|'),
    accept: '--debug',
    becomes: args('aws', 'eks', 'get-token', '--debug'),
  },
  'log-in modes in an argument of their own': {
    at: args('kubelogin', 'get-token', '--server-id', 'x', '--login', '|'),
    offers: ['azurecli', 'devicecode', 'spn'],
    lacks: ['--tenant-id'],
    accept: 'devicecode',
    becomes: args('kubelogin', 'get-token', '--server-id', 'x', '--login', 'devicecode'),
  },
  'log-in modes behind an equals sign': {
    at: args('kubelogin', 'get-token', '--server-id=x', '--login=dev|'),
    offers: ['--login=azurecli', '--login=devicecode'],
    accept: '--login=devicecode',
    becomes: args('kubelogin', 'get-token', '--server-id=x', '--login=devicecode'),
  },
  'log-in modes of the other kubelogin': {
    at: args('kubelogin', 'get-token', '--oidc-issuer-url=x', '--grant-type=|'),
    offers: ['--grant-type=auto', '--grant-type=device-code'],
  },
  'a program whose name two plugins share': {
    at: args('kubelogin', 'get-token', '|'),
    offers: ['--login', '--oidc-issuer-url'],
  },
  'through a wrapper': {
    at: args('aws-vault', 'exec', 'work', '--', 'aws', 'eks', 'get-token', '|'),
    offers: ['--cluster-name'],
  },
  'through a wrapper, its own arguments are not known': {
    at: args('aws-vault', 'exec', '|', '--', 'aws', 'eks', 'get-token'),
    only: [],
  },
  'a plugin that nobody knows': { at: args('my-plugin', '|'), only: [] },
  'the value of a flag that can be anything': {
    at: args('aws', 'eks', 'get-token', '--cluster-name', '|'),
    only: [],
  },
  'the arguments of the plugin with their key': {
    at: exec('command: aws-iam-authenticator\n|'),
    offers: ['apiVersion', 'interactiveMode', 'args', 'args: aws-iam-authenticator token', 'env'],
    accept: 'args: aws-iam-authenticator token',
    becomes: exec('command: aws-iam-authenticator\nargs:\n- token\n- -i\n- <cluster>'),
  },
  'a key with what the plugin wants: the version': {
    at: exec('command: gke-gcloud-auth-plugin\n|'),
    accept: 'apiVersion',
    becomes: exec(`command: gke-gcloud-auth-plugin\napiVersion: ${v1}beta1`),
  },
  'a key with what the plugin wants: cluster information': {
    at: exec('command: gke-gcloud-auth-plugin\n|'),
    accept: 'provideClusterInfo',
    becomes: exec('command: gke-gcloud-auth-plugin\nprovideClusterInfo: true'),
  },
  'a key with what the plugin wants: how to install it': {
    at: exec('command: gke-auth-plugin\ninst|'),
    accept: 'installHint',
    becomes: exec(
      'command: gke-auth-plugin\ninstallHint: gke-auth-plugin was not found. Build it from its sources, or use gke-gcloud-auth-plugin.',
    ),
  },
  'the list of variables': {
    at: exec('command: aws\nenv: |\n'),
    accept: 'AWS_PROFILE',
    becomes: exec('command: aws\nenv:\n- name: AWS_PROFILE\n  value: \n'),
  },
  'a variable as an item': {
    at: exec('command: aws\nargs: [eks, get-token]\nenv:\n- |\n'),
    offers: ['name, value', 'AWS_PROFILE', 'HTTPS_PROXY'],
    accept: 'AWS_PROFILE',
    becomes: exec('command: aws\nargs: [eks, get-token]\nenv:\n- name: AWS_PROFILE\n  value: \n'),
  },
  'a variable in brackets': {
    at: exec('command: aws\nenv: [|]\n'),
    accept: 'AWS_PROFILE',
    becomes: exec('command: aws\nenv: [{name: AWS_PROFILE, value: }]\n'),
  },
  'a variable’s name': {
    at: exec('command: aws\nenv:\n- name: AWS_P|\n  value: dev\n'),
    offers: ['AWS_PROFILE', 'NO_PROXY'],
    accept: 'AWS_PROFILE',
    becomes: exec('command: aws\nenv:\n- name: AWS_PROFILE\n  value: dev\n'),
  },
  'variables that are there are not proposed': {
    at: exec('command: aws\nenv:\n- name: AWS_PROFILE\n  value: dev\n- name: |\n'),
    offers: ['AWS_REGION'],
    lacks: ['AWS_PROFILE'],
  },
  'variables of a plugin that nobody knows': {
    at: exec('command: my-plugin\nenv:\n- name: |\n'),
    offers: ['HTTPS_PROXY', 'NO_PROXY', 'AWS_PROFILE'],
    lacks: ['AWS_SECRET_ACCESS_KEY'],
  },
  'a variable’s value is not known': {
    at: exec('command: aws\nenv:\n- name: AWS_SECRET_ACCESS_KEY\n  value: |\n'),
    only: [],
  },
  'the version that the plugin answers comes first': {
    at: exec('command: gke-gcloud-auth-plugin\napiVersion: |\n'),
    only: [`${v1}beta1`, v1],
  },
  'what fits the plugin comes first': {
    at: exec('command: kubectl\nargs: [oidc-login, get-token]\ninteractiveMode: |\n'),
    only: ['Never', 'IfAvailable', 'Always'],
  },
  'cluster information for a plugin that needs it': {
    at: exec('command: aws\nargs: [eks, get-token]\nprovideClusterInfo: |\n'),
    only: ['false', 'true'],
  },
};

describe('completion in an exec block', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));

  test('flags and variables are explained', () => {
    const flag = completionAt(args('aws', 'eks', 'get-token', '|')).find('--cluster-name');
    assert.deepEqual([flag.detail, flag.documentation], ['<cluster>', 'Name of the EKS cluster.']);
    const variable = completionAt(exec('command: aws\nenv:\n- |\n')).find('AWS_PROFILE');
    assert.match(variable.documentation ?? '', /Profile of the AWS configuration/);
  });

  test('flags and variables with a secret come last and have no value', () => {
    const { items } = completionAt(args('kubelogin', 'get-token', '--login', 'spn', '|'));
    const secret = items.findIndex(({ label }) => label === '--client-secret');
    assert.ok(secret > items.findIndex(({ label }) => label === '--timeout'));
    const variables = completionAt(exec('command: aws\nenv:\n- |\n')).items;
    const last = variables.at(-1);
    assert.equal(last?.detail, 'secret');
  });
});

describe('the extension for plugins', () => {
  const cluster = (inside: string, provide: boolean, command = 'aws') =>
    `contexts:\n- name: x\n  context: { cluster: c, user: u }\nusers:\n- name: u\n  user: { exec: { command: ${command}, args: [eks, get-token], provideClusterInfo: ${provide} } }\nclusters:\n- name: c\n  cluster:\n    server: https://c\n${inside}`;
  const name = 'client.authentication.k8s.io/exec';

  test('is the first item of a cluster whose users need it', () => {
    const text = cluster('    extensions:\n    - |\n', true);
    const found = completionAt(text);
    assert.equal(found.labels[0], name);
    assert.equal(found.find(name).detail, 'for the plugins of its users');
    assert.equal(
      found.accept(name),
      cluster(`    extensions:\n    - name: ${name}\n      extension:\n        \n`, true),
    );
    const other = completionAt(cluster('    extensions:\n    - |\n', false));
    assert.notEqual(other.labels[0], name);
    other.find(name);
  });

  test('behind the key, and in braces', () => {
    const text = cluster('    extensions: |\n', true);
    assert.equal(
      completionAt(text).accept(name),
      cluster(`    extensions:\n    - name: ${name}\n      extension:\n        \n`, true),
    );
    checkRow({
      at: '{ "clusters": [{ "cluster": { "extensions": [|] } }] }',
      accept: name,
      becomes: `{ "clusters": [{ "cluster": { "extensions": [{ "name": "${name}", "extension": {} }] } }] }`,
    });
  });

  test('is proposed once, and only to clusters', () => {
    const twice = cluster(`    extensions:\n    - name: ${name}\n    - |\n`, true);
    assert.ok(!completionAt(twice).labels.includes(name));
    const ofUser = 'users:\n- name: a\n  user:\n    extensions:\n    - |\n';
    assert.ok(!completionAt(ofUser).labels.includes(name));
  });

  test('has the keys that the plugin reads', () => {
    const text = cluster(
      `    extensions:\n    - name: ${name}\n      extension:\n        |\n`,
      true,
      'gardenlogin',
    ).replace('args: [eks, get-token]', 'args: [get-client-certificate]');
    const found = completionAt(text);
    assert.ok(found.labels.includes('gardenClusterIdentity'), found.labels.join());
  });
});
