import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client, fileUri } from './client';
import { assertMemory, options } from './hostile';
import { execKubeconfig } from './kubeconfigs';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const v1 = 'client.authentication.k8s.io/v1';
const header = `"apiVersion":"${v1}","kind":"ExecCredential"`;
const mostMs = 10_000;

/** How a plugin makes its output: what stands before, what is repeated so many times, and what follows. */
interface Output {
  readonly parts: readonly [before: string, repeated: string, after: string];
  readonly bytes?: number;
  /** `null`: it is accepted. */
  readonly reason: string | null;
}

const inStatus = (before: string, repeated: string, after = ''): Output['parts'] => [
  `{${header},"status":{${before}`,
  repeated,
  `${after}}}`,
];
const inList = (repeated: string): Output['parts'] => [
  `{${header},"status":{"token":"t"},"a":[`,
  repeated,
  '0]}',
];

const outputs: Readonly<Record<string, Output>> = {
  'a token of 5 MB': { parts: inStatus('"token":"', 'x', '"'), bytes: 5_000_000, reason: null },
  'escapes for a token': { parts: inStatus('"token":"', '\\u0041', '"'), reason: null },
  'lists that nobody asks for': { parts: inList('[],'), reason: null },
  'objects that nobody asks for': { parts: inList('{"a":0},'), reason: null },
  'a depth without end': { parts: inList('['), reason: 'bad-stdout-syntax' },
  'a certificate without end': {
    parts: inStatus('"clientKeyData":"k","clientCertificateData":"', '-----BEGIN CERTIFICATE-----\\n', '"'),
    reason: 'bad-key-pair',
  },
  'fields without end': { parts: [`{${header}`, ',"a":0', '}'], reason: 'not-judged' },
  'a status without end': { parts: [`{${header}`, ',"status":{"token":"t"}', '}'], reason: 'not-judged' },
  'YAML without end': { parts: ['a:\n', '- {b: [c]}\n', ''], reason: 'not-judged' },
};

describe('an output of 10 MB is judged in bounded time and memory', () => {
  const folder = temporaryFolder();
  let client: Client;
  before(async () => {
    client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
  });
  after(() => client.kill());

  for (const [name, { parts, bytes = 10_000_000, reason }] of Object.entries(outputs)) {
    test(name, options, async () => {
      const script =
        'const [before, repeated, after, count] = process.argv.slice(1);' +
        'process.stdout.write(before + repeated.repeat(count) + after)';
      const count = Math.floor(bytes / parts[1].length);
      const args = ['-e', script, ...parts, String(count)];
      const text = execKubeconfig({ command: process.execPath, args });
      const uri = fileUri(folder.write(`${name}/kubeconfig`, text));
      await client.open(uri, text);
      const approved = await approve(client, { uri });
      const begin = performance.now();
      const report = await run(client, approved);
      const took = performance.now() - begin;
      assert.deepEqual([report.verdict, report.reason], [reason ? 'rejected' : 'accepted', reason]);
      assert.ok(report.process.stdoutBytes > bytes * 0.9);
      assert.ok(took < mostMs, `${Math.round(took)} ms`);
      assertMemory(client);
    });
  }
});
