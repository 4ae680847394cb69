import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeReport } from '../../../server/describe-report';
import { resultMarkdown } from '../../../src/run/result-markdown';
import { reportFor } from '../plugin/reports';
import { shownAs } from './shown';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${base64({ alg: 'none' })}.${base64({ aud: 'https://c.example', made: 'up' })}.c2lnbmF0dXJl`;
const stdout = JSON.stringify({
  apiVersion: 'client.authentication.k8s.io/v1',
  kind: 'ExecCredential',
  status: { token },
});
const report = reportFor({ stdout, stderr: '\x1b[33mcareful\x1b[0m <b>\n' });
const description = describeReport(report);
const html = shownAs(description);

test('the result view explains the claims that it knows', () => {
  assert.match(
    html,
    /<dt>aud<\/dt><dd><code>https:\/\/c\.example<\/code><\/dd><dd class="note">Whom it is for;/,
  );
  assert.match(html, /<dt>made<\/dt><dd><code>up<\/code><\/dd><\/div>/);
});

test('the result view keeps the colours of standard error', () => {
  assert.match(html, /<pre tabindex="0"[^>]*><span class="fg-yellow">careful<\/span> &lt;b&gt;<\/pre>/);
});

test('a copied report ends with the versions', () => {
  const markdown = resultMarkdown(description, [{ label: 'VS Code', value: '1.2.3' }]);
  assert.match(markdown, /\n## Versions\n\n- VS Code: 1\.2\.3\n$/);
  assert.ok(!resultMarkdown(description).includes('Versions'));
});

test('a copied report says what the view draws, and where standard error went', () => {
  const issuer = {
    subject: 'CN=root',
    issuer: 'CN=root',
    notBefore: '2020-01-01T00:00:00.000Z',
    notAfter: '2040-01-01T00:00:00.000Z',
  };
  const names = { subjectAltNames: [], serialNumber: '1', keyMatches: true, chainLength: 2 };
  const certificate = { ...issuer, ...names, subject: 'CN=jane', chain: [issuer] };
  const phases = { ...report.process.phases, resolvedMs: 1, startedMs: 3 };
  const markdown = resultMarkdown(
    describeReport({
      ...report,
      credential: { token: null, certificate, expirationTimestamp: null, expiresInMs: null },
      process: { ...report.process, phases },
      stderr: '',
      stderrStyles: [],
      terminal: true,
      overrides: { cluster: 'other' },
    }),
  );
  assert.match(markdown, /\n- Issuer 1: ` CN=root, valid until 2040-01-01T00:00:00Z `\n/);
  assert.match(markdown, /\n- Phases: resolve 1 ms, start 2 ms\n/);
  assert.match(markdown, /\n- Simulated: cluster other\n/);
  assert.match(markdown, /\n## Standard error\n\nIt went to the terminal, and is not kept\.\n/);
});
