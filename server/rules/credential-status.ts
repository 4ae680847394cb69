import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { ExecCredentialStatus } from '../schema';
import { execCredentialLink } from '../schema/links';
import { execApiVersions } from './api-version';
import { fieldKey, fieldValue, keyAt } from './places';
import { rule } from './rule';

function statusOf(document: LocatedDocument) {
  const entry = document.entry<ExecCredentialStatus>('status') as Entry<ExecCredentialStatus> | undefined;
  return entry?.decoded.value ? { entry, status: entry.decoded.value } : undefined;
}

export const credentialVersion = rule({
  code: 'credential-version',
  severity: 'error',
  title: 'An ExecCredential’s `apiVersion` is missing, unknown or was removed',
  link: execCredentialLink('v1', 'ExecCredential'),
  stage: 'load',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const version = document.entry<string>('apiVersion')?.decoded.value ?? '';
    if (execApiVersions.includes(version)) return;
    const at = document.field('apiVersion') ? fieldValue(document, 'apiVersion') : fieldKey(document, 'kind');
    yield {
      ...at,
      message: version
        ? `kubectl does not know this version. Use ${execApiVersions.join(' or ')}.`
        : `"apiVersion" is missing. Use the one that the exec block names, ${execApiVersions.join(' or ')}.`,
    };
  },
});

export const credentialMissing = rule({
  code: 'credential-missing',
  severity: 'error',
  title: 'An ExecCredential’s `status` holds no credential',
  link: execCredentialLink('v1', 'ExecCredentialStatus'),
  stage: 'validate',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    if (!found && document.field('spec')) return;
    const { token, clientCertificateData, clientKeyData } = found?.status ?? {};
    if (token || clientCertificateData || clientKeyData) return;
    yield {
      ...(document.field('status') ? fieldKey(document, 'status') : fieldKey(document, 'kind')),
      message:
        'kubectl needs a token, or a certificate with its key, in "status". Add "token", or both others.',
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
  link: execCredentialLink('v1', 'ExecCredentialStatus'),
  stage: 'validate',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    if (!found) return;
    const { clientCertificateData: certificate, clientKeyData: key } = found.status;
    if (!certificate === !key) return;
    const [present, absent] = certificate
      ? ['clientCertificateData', 'clientKeyData']
      : ['clientKeyData', 'clientCertificateData'];
    yield {
      ...keyAt(found.entry, present),
      message: `"${present}" needs "${absent}". kubectl refuses half a pair, even beside a token.`,
      kubectl: 'exec plugin returned only certificate or key, not both',
    };
  },
});
