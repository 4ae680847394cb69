import { judge } from '../../../server/plugin/judge';
import { mutated } from '../../unit/document/parts/mutate';
import type { Target } from '../target';

const version = 'client.authentication.k8s.io';
const outputs = [
  `{"kind":"ExecCredential","apiVersion":"${version}/v1","status":{"token":"secret-of-a-test"}}`,
  `{"kind":"ExecCredential","apiVersion":"${version}/v1beta1","spec":{"interactive":true},"status":{"expirationTimestamp":"2030-01-01T00:00:00Z","token":"a.b.c"}}`,
  `{\n  "kind": "ExecCredential",\n  "apiVersion": "${version}/v1",\n  "status": {\n    "clientCertificateData": "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n",\n    "clientKeyData": "-----BEGIN EC PRIVATE KEY-----\\nAAAA\\n-----END EC PRIVATE KEY-----\\n"\n  }\n}\n`,
  `kind: ExecCredential\napiVersion: ${version}/v1\nstatus:\n  token: secret-of-a-test\n  expirationTimestamp: 2030-01-01T00:00:00Z\n`,
  `Welcome!\n{"kind":"ExecCredential","apiVersion":"${version}/v1","status":null}`,
  '',
];

/** What a plugin prints: there is a judgement on it. */
export const outputsTarget: Target = {
  async start() {
    return {
      once(seed) {
        const release = seed % 2 === 0 ? undefined : `1.${10 + (seed % 26)}`;
        judge(Buffer.from(outputOf(seed), seed % 7 === 0 ? 'latin1' : 'utf8'), `${version}/v1`, release);
      },
      input: outputOf,
    };
  },
};

function outputOf(seed: number): string {
  const text = outputs[seed % outputs.length] ?? '';
  return seed % 11 === 0 ? mutated(mutated(text, seed), seed + 1) : mutated(text, seed);
}
