import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { keyPairFault } from '../go/key-pair';
import { goTimeMessage, parseGoTime } from '../go/time';
import type { ExecCredentialStatus } from '../schema';
import { execCredentialLink } from '../schema/links';
import { isAboutKey, isMismatch } from './client-pair';
import { badPairFixes, halfPairFixes, timestampFixes } from './fixes/credential';
import { isSince } from './kubernetes-version';
import { mismatchWords, pemAdvice } from './pem-advice';
import { fieldKey, keyAt, valueAt } from './places';
import { rule } from './rule';

const link = execCredentialLink('v1', 'ExecCredentialStatus');

export function statusOf(document: LocatedDocument) {
  const entry = document.entry<ExecCredentialStatus>('status') as Entry<ExecCredentialStatus> | undefined;
  return entry?.decoded.value ? { entry, status: entry.decoded.value } : undefined;
}

export const credentialTimestamp = rule({
  code: 'credential-timestamp',
  severity: 'error',
  title: 'An ExecCredential’s `expirationTimestamp` is not RFC 3339',
  link,
  stage: 'load',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document, context) {
    const found = statusOf(document);
    const value = found?.status.expirationTimestamp;
    if (!found || value === undefined) return;
    const time = parseGoTime(value, !isSince(context, '1.30'));
    if (!('fault' in time)) return;
    const quotable = /^[\d\s.,:+TZ-]{0,40}$/i.test(value);
    yield {
      ...valueAt(found.entry, 'expirationTimestamp'),
      message: 'kubectl cannot read this time. Write it as 2030-01-31T18:00:00Z.',
      fixes: () => timestampFixes(document, found.entry, value),
      ...(quotable ? { kubectl: goTimeMessage(value, time.fault, (text) => text) } : {}),
    };
  },
});

export const credentialMissing = rule({
  code: 'credential-missing',
  severity: 'error',
  title: 'An ExecCredential’s `status` holds no credential',
  link,
  noFix: 'Only the plugin has a credential.',
  stage: 'validate',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    // Without a status it may be what kubectl sends to a plugin.
    if (!found && document.field('spec')) return;
    const { token, clientCertificateData, clientKeyData } = found?.status ?? {};
    if (token || clientCertificateData || clientKeyData) return;
    // A wrong type is found elsewhere.
    if (document.entry('status')?.decoded.faults.length) return;
    yield {
      ...fieldKey(document, document.field('status') ? 'status' : 'kind'),
      message:
        'There is no credential. Add "token", or "clientCertificateData" and "clientKeyData", to "status".',
      kubectl: found
        ? "exec plugin didn't return a token or cert/key pair"
        : "exec plugin didn't return a status field",
    };
  },
});

export const credentialHalfPair = rule({
  code: 'credential-half-pair',
  severity: 'error',
  title: 'An ExecCredential has a certificate without its key, or the reverse',
  link,
  stage: 'validate',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    if (!found) return;
    const { clientCertificateData: certificate, clientKeyData: key } = found.status;
    if (!certificate === !key || found.entry.decoded.faults.length > 0) return;
    const [present, absent] = certificate
      ? ['clientCertificateData', 'clientKeyData']
      : ['clientKeyData', 'clientCertificateData'];
    yield {
      ...keyAt(found.entry, present),
      message: `kubectl refuses half a pair, even beside a token. Add "${absent}", or remove "${present}".`,
      fixes: () => halfPairFixes(document, found.entry, present ?? ''),
      kubectl: 'exec plugin returned only certificate or key, not both',
    };
  },
});

export const credentialBadPair = rule({
  code: 'credential-bad-pair',
  severity: 'error',
  title: 'An ExecCredential’s certificate and key are no PEM, or do not belong together',
  link,
  stage: 'validate',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    const { clientCertificateData: certificate, clientKeyData: key } = found?.status ?? {};
    if (!found || !certificate || !key) return;
    const fault = keyPairFault(certificate, key);
    if (fault === undefined) return;
    const aboutKey = isAboutKey(fault) || isMismatch(fault);
    const guilty = aboutKey ? 'clientKeyData' : 'clientCertificateData';
    yield {
      ...valueAt(found.entry, guilty),
      message: pairWords(found.status[guilty] ?? '', fault, aboutKey),
      kubectl: `failed parsing client key/certificate: ${fault}`,
      fixes: () => badPairFixes(document, found.entry),
    };
  },
});

function pairWords(text: string, fault: string, aboutKey: boolean): string {
  if (isMismatch(fault)) return mismatchWords;
  if (isBase64OfPem(text)) {
    return 'This is base64 of PEM. Unlike a kubeconfig, an ExecCredential holds the PEM text itself. Decode it.';
  }
  return pemAdvice(aboutKey ? 'PRIVATE KEY' : 'CERTIFICATE', fault, false);
}

function isBase64OfPem(text: string): boolean {
  if (!/^[A-Za-z0-9+/=_\s-]+$/.test(text) || text.includes('-----BEGIN')) return false;
  return Buffer.from(text, 'base64').toString('latin1').includes('-----BEGIN ');
}
