import type { CertificateReport, CredentialReport, TokenReport } from '../protocol';
import type { Row, Section } from './description';
import { lifeOf } from './life';
import { remaining } from './time';

/** `startedAt`: RFC 3339, of the run. */
export function credentialSections(credential: CredentialReport | null, startedAt: string): Section[] {
  if (!credential) return [];
  const { token, certificate } = credential;
  const life = lifeOf(credential, startedAt);
  const rows = [
    ...(token ? [tokenRow(token)] : []),
    ...(certificate && !token ? [{ label: 'Kind', value: 'Client certificate' }] : []),
    expiryRow(credential, life !== undefined),
  ];
  return [
    { title: 'Credential', rows, ...(life && { life }) },
    ...(token?.jwt ? [claimSection(token.jwt)] : []),
    ...(certificate ? [certificateSection(certificate)] : []),
  ];
}

function tokenRow({ kind, length }: TokenReport): Row {
  return { label: 'Token', value: `${kind}, ${length} characters` };
}

function expiryRow({ expirationTimestamp, expiresInMs }: CredentialReport, drawn: boolean): Row {
  const value =
    expirationTimestamp === null
      ? 'Not stated: kubectl keeps it until the server refuses it'
      : `${expirationTimestamp}${expiresInMs === null ? '' : ` (${remaining(expiresInMs)})`}`;
  return { label: 'Expires', value, ...(drawn && expirationTimestamp !== null && { drawn }) };
}

function claimSection({ header, claims }: NonNullable<TokenReport['jwt']>): Section {
  const rows = [...jsonRows(header), ...jsonRows(claims)];
  return { title: 'JWT header and claims', rows, claims: true };
}

/** Claims that are seconds since the epoch. */
const timeClaims = new Set(['exp', 'iat', 'nbf', 'auth_time']);

function jsonRows(object: unknown): Row[] {
  if (typeof object !== 'object' || object === null) return [];
  return Object.entries(object).map(([label, value]) => ({
    label,
    value: claim(label, value),
    verbatim: true,
  }));
}

function claim(name: string, value: unknown): string {
  if (timeClaims.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12) {
    return `${value} (${new Date(value * 1000).toISOString().replace('.000', '')})`;
  }
  if (typeof value === 'string') return value;
  const list = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
  return list ? value.join(', ') : JSON.stringify(value);
}

function certificateSection(certificate: CertificateReport): Section {
  const { subject, issuer, notBefore, notAfter, subjectAltNames, keyMatches } = certificate;
  const key = keyMatches === null ? 'Missing or unreadable' : keyMatches ? 'Matches' : 'Does not match';
  const rows: Row[] = [
    { label: 'Subject', value: subject, verbatim: true },
    { label: 'Issuer', value: issuer, verbatim: true },
    ...(subjectAltNames.length > 0
      ? [{ label: 'Alternative names', value: subjectAltNames.join(', '), verbatim: true as const }]
      : []),
    { label: 'Valid', value: `${notBefore} to ${notAfter}`.replaceAll('.000', '') },
    { label: 'Serial number', value: certificate.serialNumber, verbatim: true },
    { label: 'Private key', value: key },
    ...chainRows(certificate),
  ];
  const chain = [{ subject, issuer, notBefore, notAfter }, ...(certificate.chain ?? [])];
  return { title: 'Client certificate', rows, ...(chain.length > 1 && { chain }) };
}

function chainRows({ chain = [], chainLength }: CertificateReport): Row[] {
  const issuers = chain.map(({ subject, notAfter }, index): Row => {
    const value = `${subject}, valid until ${notAfter.replace('.000', '')}`;
    return { label: `Issuer ${index + 1}`, value, verbatim: true, drawn: true };
  });
  const hidden = chainLength - 1 - chain.length;
  return hidden > 0
    ? [...issuers, { label: 'Certificates', value: `${chainLength}, ${hidden} of them not shown` }]
    : issuers;
}
