import assert from 'node:assert/strict';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { shownInput, targetOf, withOverrides } from '../../../../server/plugin';
import type { ExecTarget } from '../../../../server/plugin/target';
import { clusterInfo, fakeEnvironment, targetWith, v1 } from '../fakes';
import type { Played } from '../reports';

export type Place = (secret: string) => Played;

const header = { kind: 'ExecCredential', apiVersion: v1 };
const json = (fields: object) => JSON.stringify({ ...header, ...fields });
const good = json({ status: { token: 'of-no-interest' } });
const quote = JSON.stringify;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** In what the plugin prints on stdout. */
const outputs: Readonly<Record<string, Place>> = {
  'status.token': (secret) => ({ stdout: json({ status: { token: secret } }) }),
  'status.token, in YAML': (secret) => ({
    stdout: `apiVersion: ${v1}\nkind: ExecCredential\nstatus:\n  token: ${quote(secret)}\n`,
  }),
  'status.token, in UTF-16': (secret) => ({
    stdout: Buffer.from(`\ufeff${json({ status: { token: secret } })}`, 'utf16le'),
  }),
  'status.token as a list': (secret) => ({ stdout: json({ status: { token: [secret] } }) }),
  'a claim of status.token': (secret) => ({
    stdout: json({ status: { token: `e30.${base64url(quote({ refresh_token: secret }))}.c2ln` } }),
  }),
  'a claim beside it, in colours': (secret) => ({
    stdout: json({
      status: {
        token: `e30.${base64url(quote({ refresh_token: secret, aud: secret.replace(/.{4}/g, '$&\x1b[31m') }))}.c2ln`,
      },
    }),
  }),
  'status.clientKeyData': (secret) => ({ stdout: json({ status: { clientKeyData: secret } }) }),
  'status.clientCertificateData': (secret) => ({
    stdout: json({ status: { clientCertificateData: secret } }),
  }),
  'a certificate and a key': (secret) => ({
    stdout: json({ status: { clientCertificateData: secret, clientKeyData: secret } }),
  }),
  expirationTimestamp: (secret) => ({
    stdout: json({ status: { token: 'x', expirationTimestamp: secret } }),
  }),
  kind: (secret) => ({ stdout: json({ kind: secret }) }),
  apiVersion: (secret) => ({ stdout: json({ apiVersion: secret }) }),
  'the version of a group': (secret) => ({
    stdout: json({ apiVersion: `client.authentication.k8s.io/${secret}` }),
  }),
  'a name': (secret) => ({ stdout: json({ status: { token: 'x', [`${secret}1`]: 1 } }) }),
  'a name above': (secret) => ({ stdout: json({ [`${secret}1`]: { status: 1 } }) }),
  'a refresh token': (secret) => ({
    stdout: json({ status: { token: 'x' }, cache: { refresh_token: secret } }),
  }),
  'another field': (secret) => ({ stdout: json({ status: { token: 'x' }, extra: { deep: [secret] } }) }),
  'another field, in base64': (secret) => ({
    stdout: json({ status: { token: 'x' }, extra: base64(secret) }),
  }),
  'text alone': (secret) => ({ stdout: secret }),
  'a banner': (secret) => ({ stdout: `Your token is ${secret}\n${good}` }),
  'text after JSON': (secret) => ({ stdout: `${good}\n${secret}\n` }),
  'half of a JSON text': (secret) => ({ stdout: json({ status: { token: secret } }).slice(0, -3) }),
  'a second document': (secret) => ({ stdout: `---\n${good}\n---\n${secret}\n` }),
  'an alias': (secret) => ({ stdout: `a: *${secret}\n` }),
  'a key that is a list': (secret) => ({ stdout: `[${quote(secret)}]: x\n` }),
  'an error in JSON': (secret) => ({ stdout: quote({ error: 'denied', id_token: secret }) }),
};

const extension = (secret: string) =>
  targetWith(
    { provideClusterInfo: true },
    { clusterInfo: clusterInfo({ configJson: quote({ clientSecret: secret }) }) },
  );

/** In what the plugin was given, outside of the kubeconfig's text. */
const inputs: Readonly<Record<string, Place>> = {
  'the environment': (secret) => ({
    variables: { AWS_SECRET_ACCESS_KEY: secret, PWD: '/here/main' },
    stdout: good,
  }),
  'a proxy in the environment': (secret) => ({
    variables: { HTTPS_PROXY: `http://jane:${encodeURIComponent(secret)}@proxy.example.com` },
    stdout: good,
  }),
  'the kubeconfig': (secret) => ({ target: targetWith({}, { secrets: [secret] }), stdout: good }),
  'the extension': (secret) => ({ target: extension(secret), stdout: good }),
  'a tokenFile': (secret) => ({
    target: targetWith({}, { secretFiles: ['/here/token'] }),
    files: { '/here/token': { content: `${secret}\n` } },
    stdout: good,
  }),
};

const edited = (secret: string) => quote({ ...header, spec: { cluster: { config: { apiToken: secret } } } });

/** As the plan has shown it: with masks in place of what is sent. */
const masked = (target: ExecTarget) => quote(shownInput(target, fakeEnvironment(), false));

/** In what a run has instead. */
const instead: Readonly<Record<string, Place>> = {
  'a variable of the run': (secret) => ({
    target: withOverrides(targetWith(), { env: { LEVEL: secret } }),
    stdout: good,
  }),
  'a variable in place of another': (secret) => ({
    target: withOverrides(kubeconfig({ env: { LEVEL: 'x' } }), { env: { LEVEL: secret, OTHER: null } }),
    stdout: good,
  }),
  'an edited input': (secret) => ({
    target: withOverrides(targetWith(), { execInfo: edited(secret) }),
    stdout: good,
  }),
  'an edited input with equal names': (secret) => ({
    target: withOverrides(targetWith(), { execInfo: edited(secret).replace('}', ',"apiToken":1}') }),
    stdout: good,
  }),
  'what is masked in an edited input': (secret) => ({
    target: withOverrides(extension(secret), { execInfo: masked(extension(secret)) }),
    stdout: good,
  }),
};

/** In files that a flag or a variable names. */
const files: Readonly<Record<string, Place>> = {
  'a file of a flag': (secret) => ({
    target: targetWith({ args: ['--client-secret-file', '~/secret'] }),
    files: { '/home/jane/secret': { content: secret } },
    stdout: good,
  }),
  'the file of an account': (secret) => ({
    variables: { GOOGLE_APPLICATION_CREDENTIALS: '/here/account.json' },
    files: {
      '/here/account.json': { content: quote({ type: 'authorized_user', refresh_token: secret }, null, 2) },
    },
    stdout: good,
  }),
};

interface Written {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of another user. */
  readonly other?: string;
  readonly cluster?: string;
}

/** The target of a kubeconfig as it is written. */
function kubeconfig({ command = 'demo-cred', args = [], env = {}, other = '{}', cluster = '' }: Written) {
  const variables = Object.entries(env).map(([name, value]) => `{name: ${name}, value: ${quote(value)}}`);
  const text = `
clusters: [{name: c, cluster: {server: "https://c.example.com"${cluster}}}]
contexts: [{name: x, context: {cluster: c, user: u}}]
users:
- name: u
  user:
    exec: {apiVersion: ${v1}, command: ${command}, args: ${quote(args)}, env: [${variables}], interactiveMode: Never, provideClusterInfo: true}
- name: other
  user: ${other}
`;
  const document = new Kubeconfig(text);
  const [user] = document.users;
  assert.ok(user);
  const path = '/here/config';
  return targetOf({ document, path, displayPath: path }, user, document.context('x'));
}

const login = ['oidc-login', 'get-token', '--oidc-issuer-url=https://i.example.com', '--oidc-client-id=x'];
const doctl = ['kubernetes', 'cluster', 'kubeconfig', 'exec-credential', '--version=v1beta1', 'abc'];
const written: Readonly<Record<string, (secret: string) => ExecTarget>> = {
  args: (secret) => kubeconfig({ args: ['--token', secret, `--client-secret=${secret}`] }),
  'an argument behind its flag': (secret) => kubeconfig({ args: ['--token', secret] }),
  'a flag of the catalog': (secret) => kubeconfig({ command: 'doctl', args: [...doctl, '-t', secret] }),
  'a short flag and its value': (secret) => kubeconfig({ command: 'doctl', args: [...doctl, `-t${secret}`] }),
  'behind kubectl': (secret) => kubeconfig({ command: 'kubectl', args: [...login, '--password', secret] }),
  'behind aws-vault': (secret) =>
    kubeconfig({
      command: 'aws-vault',
      args: ['exec', 'p', '--', 'kubectl', ...login, `--password=${secret}`],
    }),
  'behind env': (secret) => kubeconfig({ command: 'env', args: [`OS_PASSWORD=${secret}`, 'demo-cred'] }),
  'behind docker': (secret) =>
    kubeconfig({ command: 'docker', args: ['run', `--env=API_TOKEN=${secret}`, 'demo'] }),
  'behind a shell': (secret) =>
    /['\s]/.test(secret)
      ? kubeconfig({ command: 'sh', args: ['-c', 'demo-cred'], env: { API_TOKEN: secret } })
      : kubeconfig({ command: 'sh', args: ['-c', `exec demo-cred --token '${secret}'`] }),
  env: (secret) => kubeconfig({ env: { API_TOKEN: secret } }),
  'a variable of the catalog': (secret) => kubeconfig({ env: { SCW_SECRET_KEY: secret } }),
  'a token': (secret) => kubeconfig({ other: `{token: ${quote(secret)}}` }),
  'a password': (secret) => kubeconfig({ other: `{username: j, password: ${quote(secret)}}` }),
  'a field that nobody knows': (secret) => kubeconfig({ other: `{apiToken: ${quote(secret)}}` }),
  'client-key-data': (secret) => kubeconfig({ other: `{client-key-data: ${base64(secret)}}` }),
  'an auth-provider': (secret) =>
    kubeconfig({ other: `{auth-provider: {name: oidc, config: {x: ${quote(secret)}}}}` }),
  "another user's args": (secret) =>
    kubeconfig({ other: `{exec: {command: doctl, args: ${quote([...doctl, '-t', secret])}}}` }),
  'the proxy': (secret) =>
    kubeconfig({ cluster: `, proxy-url: ${quote(`http://j:${encodeURIComponent(secret)}@p.example.com`)}` }),
  "the cluster's extension": (secret) =>
    kubeconfig({
      cluster: `, extensions: [{name: client.authentication.k8s.io/exec, extension: {password: ${quote(secret)}}}]`,
    }),
};

const inFile = Object.entries(written).map(([name, target]): [string, Place] => [
  `in the file: ${name}`,
  (secret) => ({ target: target(secret), stdout: good }),
]);

/** Where a plugin can have a secret from, or put it. */
export const places: Readonly<Record<string, Place>> = {
  ...outputs,
  ...inputs,
  ...instead,
  ...files,
  ...Object.fromEntries(inFile),
};
