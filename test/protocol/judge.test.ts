import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type CodeLens, CodeLensRequest, HoverRequest } from 'vscode-languageserver/node';
import {
  type JudgeRequest,
  type JudgeTarget,
  judgeCommand,
  judgeRequest,
  judgeTargetsRequest,
  type RunReport,
} from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { positionOf } from './ranges';
import { assertNoTrace, newToken, pemBody, sampleKey } from './spill';
import { temporaryFolder } from './temporary';

const group = 'client.authentication.k8s.io';
const folder = temporaryFolder();
const token = newToken();
const certificate = readFileSync(path.join(root, 'test/sample/bin/client-certificate.pem'), 'utf8');

const answer = (status: object, version = 'v1') =>
  `${JSON.stringify({ kind: 'ExecCredential', apiVersion: `${group}/${version}`, status }, null, 2)}\n`;

const beta = execKubeconfig({ command: 'beta-plugin', apiVersion: `${group}/v1beta1` });
const betaFile = folder.write('beta.kubeconfig', beta);
const plain = execKubeconfig({ command: 'plain-plugin', args: ['--token=hunter2hunter2'] });
const plainUri = fileUri(folder.write('plain.kubeconfig', plain));

let client: Client;
const start = (trusted: boolean) =>
  Client.start({
    env: { ...process.env, KUBECONFIG: betaFile },
    initialize: { initializationOptions: { trusted, commands: [judgeCommand] } },
  });
before(async () => {
  client = await start(true);
  await client.open(plainUri, plain);
});
after(() => client.kill());

let opened = 0;
async function open(text: string): Promise<string> {
  opened += 1;
  const uri = fileUri(path.join(folder.path, `credential-${opened}.json`));
  await client.open(uri, text, 'json');
  return uri;
}

const judge = (request: JudgeRequest) => client.connection.sendRequest<RunReport>(judgeRequest, request);
const codesOf = ({ findings }: RunReport) => findings.map(({ code }) => code);

describe('an ExecCredential is judged', () => {
  test('for any exec block of a version', async () => {
    const uri = await open(answer({ token, expirationTimestamp: '2100-01-01T00:00:00Z' }));
    const accepted = await judge({ uri });
    assert.equal(accepted.verdict, 'accepted');
    assert.equal(accepted.summary, 'kubectl would accept this credential.');
    assert.deepEqual(accepted.judged, { document: `credential-${opened}.json`, apiVersion: `${group}/v1` });
    assert.equal(accepted.credential?.token?.kind, 'JWT');
    assert.deepEqual(codesOf(accepted), ['far-expiry']);

    const rejected = await judge({ uri, apiVersion: `${group}/v1beta1` });
    assert.equal(rejected.reason, 'api-version-mismatch');
    assert.match(
      rejected.kubectl ?? '',
      /exec plugin is configured to use API version .*v1beta1, plugin returned version .*v1$/,
    );
    assert.ok(
      rejected.findings.every(({ fix }) => fix === undefined),
      'there is no exec block to change',
    );
  });

  test('for those of open kubeconfigs and of KUBECONFIG, its own version first', async () => {
    const uri = await open(answer({ token }, 'v1beta1'));
    const targets = await client.connection.sendRequest<JudgeTarget[]>(judgeTargetsRequest, { uri });
    assert.deepEqual(
      targets.map(({ path: file, user, context, apiVersion }) => [
        path.basename(file),
        user,
        context,
        apiVersion,
      ]),
      [
        ['beta.kubeconfig', 'jane', 'here', `${group}/v1beta1`],
        ['plain.kubeconfig', 'jane', 'here', `${group}/v1`],
      ],
    );
    assert.doesNotMatch(targets[1]?.commandLine ?? '', /hunter2/);

    const [first, second] = targets.map(({ kubeconfig, user }) => ({ kubeconfig, user }));
    const accepted = await judge({ uri, target: first ?? assert.fail() });
    assert.deepEqual(
      [accepted.verdict, accepted.user, accepted.context, accepted.cluster],
      ['accepted', 'jane', 'here', 'sample'],
    );
    const rejected = await judge({ uri, target: second ?? assert.fail() });
    assert.equal(rejected.reason, 'api-version-mismatch');
    const other = rejected.findings.find(({ fix }) => fix);
    assert.deepEqual(other?.fix, { title: 'Set apiVersion to v1beta1', apiVersion: `${group}/v1beta1` });
    const text = answer({ token }, 'v1beta1');
    assert.deepEqual(other.place, { uri, ...positionOf(text, text.indexOf(`"${group}`)) });
  });

  test('as it stands, not as it may be meant', async () => {
    const reasons: [text: string, reason: string][] = [
      [answer({}), 'no-credential'],
      [answer({ Token: token }), 'no-credential'],
      [answer({ token: `${token}\n` }), 'bad-token-character'],
      [answer({ token, clientKeyData: sampleKey }), 'half-key-pair'],
      [answer({ token: 1 }), 'wrong-type'],
      [answer({ token, expirationTimestamp: 'tomorrow' }), 'bad-expiration-timestamp'],
      [`${answer({ token })}Done.\n`, 'bad-stdout-syntax'],
    ];
    for (const [text, reason] of reasons) {
      const report = await judge({ uri: await open(text) });
      assert.equal(report.reason, reason, text.replaceAll(token, 'TOKEN'));
    }
  });

  test('in YAML, as kubectl reads it', async () => {
    const uri = fileUri(path.join(folder.path, 'credential.yaml'));
    const text = `kind: ExecCredential\napiVersion: ${group}/v1\nstatus:\n  token: |\n    ${token}\n`;
    await client.open(uri, text);
    assert.equal((await judge({ uri })).reason, 'bad-token-character');
  });
});

describe("what can't be judged is refused in words", () => {
  test('a document of another kind, or a kubeconfig that is not known', async () => {
    await assert.rejects(judge({ uri: plainUri }), /not an open ExecCredential/);
    const uri = await open(answer({ token }));
    const target = { kubeconfig: fileUri('/here/config'), user: 'jane' };
    await assert.rejects(judge({ uri, target }), /neither open nor one of those in KUBECONFIG/);
    await assert.rejects(
      judge({ uri, target: { ...target, kubeconfig: 'untitled:x' } }),
      /must be the URI of a file/,
    );
    await assert.rejects(
      judge({ uri, target: { kubeconfig: plainUri, user: 'joe' } }),
      /There is no user "joe"/,
    );
  });

  test('without trust no other file is looked at', async (t) => {
    const careful = await start(false);
    t.after(() => careful.kill());
    const uri = fileUri(path.join(folder.path, 'credential.json'));
    await careful.open(uri, answer({ token }), 'json');
    assert.deepEqual(await careful.connection.sendRequest(judgeTargetsRequest, { uri }), []);
    const target = { kubeconfig: fileUri(betaFile), user: 'jane' };
    await assert.rejects(careful.connection.sendRequest(judgeRequest, { uri, target }), /not trusted/);
    const report = await careful.connection.sendRequest<RunReport>(judgeRequest, { uri });
    assert.equal(report.verdict, 'accepted');
  });
});

describe('the lens', () => {
  const lensesOf = async (text: string) => {
    const textDocument = { uri: await open(text) };
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    return { textDocument, lenses: lenses as CodeLens[] };
  };

  test('stands over an answer', async () => {
    const { textDocument, lenses } = await lensesOf(answer({ token }));
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command]),
      [[1, { title: 'Judge as kubectl would…', command: judgeCommand, arguments: [textDocument] }]],
    );
  });

  test('not over what kubectl sends to a plugin', async () => {
    const sent = JSON.stringify({
      kind: 'ExecCredential',
      apiVersion: `${group}/v1`,
      spec: { interactive: false },
    });
    assert.deepEqual((await lensesOf(sent)).lenses, []);
  });
});

test('no secret is in a byte that the server writes', async (t) => {
  const writer = await start(true);
  t.after(() => writer.kill());
  const secret = newToken();
  const status = { token: secret, clientCertificateData: certificate, clientKeyData: sampleKey };
  const texts = [
    answer(status),
    answer({ ...status, expirationTimestamp: secret }),
    answer({ ...status, token: [secret] }),
    answer(status).replace('"ExecCredential"', `"ExecCredential", "${secret}": 1`),
    answer(status).replace('"ExecCredential"', `"ExecCredential", "${secret}": 1, "${secret}": 2`),
    `${answer(status)}${secret}\n`,
    answer({ token: secret, clientKeyData: sampleKey }),
  ];
  for (const [index, text] of texts.entries()) {
    const uri = fileUri(path.join(folder.path, `secret-${index}.json`));
    await writer.check(uri, text, 'json');
    for (const apiVersion of [`${group}/v1`, `${group}/v1beta1`]) {
      await writer.connection.sendRequest(judgeRequest, { uri, apiVersion });
    }
    for (const name of [secret, 'token', 'clientCertificateData', 'clientKeyData', 'expirationTimestamp']) {
      const at = text.indexOf(`"${name}"`);
      if (at < 0) continue;
      for (const offset of [at + 1, text.indexOf(':', at) + 4]) {
        const position = positionOf(text, offset);
        await writer.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      }
    }
  }
  assert.equal(await writer.stop(), 0);
  assertNoTrace(writer.written, secret.slice(secret.lastIndexOf('.') + 1), 'signature');
  assertNoTrace(writer.written, secret, 'token');
  assertNoTrace(writer.written, pemBody(sampleKey), 'key');
  assert.match(writer.written.toString(), /Client certificate/, 'the hovers were asked for');
});
