import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { certificateReport } from '../../../server/credential/certificate';
import { reportFor } from '../plugin/reports';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), 'utf8');
/** Of Jane, then its issuer, then the root; for a hundred years. */
const chain = fixture('chain.pem');
const key = fixture('chain-key.pem');
const [leaf = '', issuer = '', root = ''] = chain.split(/(?<=-----END CERTIFICATE-----\n)/);

describe('the issuers of a certificate', () => {
  const subjectsOf = (pem: string) => certificateReport(pem, key)?.chain?.map(({ subject }) => subject);

  test('are told in their order', () => {
    const report = certificateReport(chain, key) ?? assert.fail();
    assert.equal(report.subject, 'O=developers, CN=jane');
    assert.equal(report.keyMatches, true);
    assert.equal(report.chainLength, 3);
    assert.deepEqual(
      report.chain?.map(({ subject, issuer }) => [subject, issuer]),
      [
        ['O=Sample, CN=Sample issuing CA', 'O=Sample, CN=Sample root'],
        ['O=Sample, CN=Sample root', 'O=Sample, CN=Sample root'],
      ],
    );
    for (const { notBefore, notAfter } of report.chain ?? []) {
      assert.ok(Date.parse(notBefore) < Date.parse(notAfter));
    }
  });

  test('are not there', () => assert.ok(!('chain' in (certificateReport(leaf, key) ?? assert.fail()))));

  test('may be unreadable, and are counted all the same', () => {
    const broken = issuer.replace(/\n.{64}\n/, `\n${'A'.repeat(64)}\n`);
    assert.deepEqual(subjectsOf(leaf + broken + root), ['O=Sample, CN=Sample root']);
    assert.equal(certificateReport(leaf + broken + root, key)?.chainLength, 3);
  });

  test('are not all told if there are many', () => {
    const report = certificateReport(leaf + issuer.repeat(50), key);
    assert.deepEqual([report?.chain?.length, report?.chainLength], [20, 51]);
  });

  test('are in the report of a run, without the key', () => {
    const status = { clientCertificateData: chain, clientKeyData: key };
    const apiVersion = 'client.authentication.k8s.io/v1';
    const report = reportFor({ stdout: JSON.stringify({ apiVersion, kind: 'ExecCredential', status }) });
    assert.equal(report.credential?.certificate?.chain?.length, 2);
    assert.ok(!JSON.stringify(report).includes(key.split('\n')[1] ?? assert.fail()));
  });
});
