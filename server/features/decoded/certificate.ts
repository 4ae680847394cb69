import { certificateReport, certificatesIn } from '../../credential/certificate';
import { privateKeyKind } from '../../credential/private-key';
import { readsCertificates } from '../../go/key-pair';
import { pemBlocks } from '../../go/pem';
import type { CertificateReport } from '../../protocol';
import { paragraphs } from '../hover-field';
import { codeSpan } from '../markdown';
import { moment } from './time';

type Now = number | undefined;
type Named = Pick<CertificateReport, 'subject' | 'issuer' | 'notBefore' | 'notAfter'>;

export function describeClientCertificate(pem: string, key: string, now: Now): string | undefined {
  const report = certificateReport(pem, key);
  if (!report) return unread(pem);
  const { subject, issuer, subjectAltNames, serialNumber, keyMatches, chainLength } = report;
  const lines = [
    `- Issuer: ${codeSpan(issuer)}`,
    subjectAltNames.length > 0 && `- Alternative names: ${listed(subjectAltNames)}`,
    `- ${validity(report, now)}`,
    `- Serial number: ${codeSpan(serialNumber)}`,
    `- Private key: ${keyWords(keyMatches)}`,
    chainLength > 1 && `- Certificates: ${chainLength}, this one first`,
  ];
  return paragraphs(`**Client certificate** · ${codeSpan(subject)}`, lines.filter(Boolean).join('\n'));
}

/** Why nothing is said of what is there. */
function unread(pem: string): string | undefined {
  if (readsCertificates || pemBlocks(pem).length === 0) return undefined;
  return 'Certificates and keys are not read in the browser. Open this file in VS Code on a machine to see what it holds.';
}

const mostNames = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(codeSpan).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

function keyWords(matches: boolean | null): string {
  if (matches === null) return 'missing or unreadable';
  return matches ? 'fits' : '**does not fit**';
}

export function describePrivateKey(pem: string, certificate: string): string | undefined {
  const kind = privateKeyKind(pem);
  if (!kind) return unread(pem);
  const matches = certificateReport(certificate, pem)?.keyMatches ?? null;
  const fit = { true: ' · fits the certificate', false: ' · **does not fit the certificate**', null: '' };
  return `**Private key** · ${kind}${fit[`${matches}`]}`;
}

const mostAuthorities = 3;

export function describeAuthority(pem: string, now: Now): string | undefined {
  const certificates = certificatesIn(pem);
  if (certificates.length === 0) return unread(pem);
  const shown = certificates.slice(0, mostAuthorities).map((each) => {
    const own = each.subject === each.issuer ? 'signed by itself' : `issued by ${codeSpan(each.issuer)}`;
    return `- ${codeSpan(each.subject)}, ${own}  \n  ${validity(each, now)}`;
  });
  const more = certificates.length - shown.length;
  if (more > 0) shown.push(`- … and ${more} more`);
  const count = certificates.length === 1 ? '' : ` · ${certificates.length} certificates`;
  return paragraphs(`**Certificate authority**${count}`, shown.join('\n'));
}

function validity({ notBefore, notAfter }: Named, now: Now): string {
  const [start, end] = [Date.parse(notBefore), Date.parse(notAfter)];
  if (Number.isNaN(start) || Number.isNaN(end)) return 'Validity unreadable';
  if (now !== undefined && end <= now) return `**Expired**: ${moment(end, now)}`;
  if (now !== undefined && start > now) return `**Not valid before** ${moment(start, now)}`;
  return `Valid until ${moment(end, now)}`;
}
