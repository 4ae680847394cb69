import { certificateReport } from '../credential/certificate';
import { Secret } from '../credential/secret';
import { tokenReport } from '../credential/token';
import type { CertificateReport, ChainLink, CredentialReport, TokenReport } from '../protocol';
import { expiryOf } from './findings-expiry';
import { quotableTime } from './quote';
import type { Scrubber } from './scrub';
import type { Status } from './status';

/** What the plugin answered, without the credential itself. `now`: milliseconds since the epoch. */
export function credentialReport(status: Status, scrubber: Scrubber, now: number): CredentialReport | null {
  if (!status.token.length && !status.certificate.length && !status.key.length) return null;
  const expiry = expiryOf(status);
  return {
    token: scrubbedToken(status, scrubber),
    certificate: scrubbedCertificate(status, scrubber),
    expirationTimestamp: status.expirationTimestamp && quotableTime(status.expirationTimestamp),
    expiresInMs: expiry === null ? null : Math.round(expiry - now),
  };
}

function scrubbedToken({ token }: Status, scrubber: Scrubber): TokenReport | null {
  const report = tokenReport(Secret.reveal(token));
  if (!report?.jwt) return report;
  const { header, claims } = report.jwt;
  return { ...report, jwt: { header: scrubber.value(header), claims: scrubber.value(claims) } };
}

function scrubbedCertificate({ certificate, key }: Status, scrubber: Scrubber): CertificateReport | null {
  const report = certificateReport(Secret.reveal(certificate), Secret.reveal(key));
  return (
    report && {
      ...scrubbedNames(report, scrubber),
      subjectAltNames: report.subjectAltNames.map((name) => scrubber.all(name)),
      serialNumber: scrubber.known(report.serialNumber),
      ...(report.chain && { chain: report.chain.map((link) => scrubbedNames(link, scrubber)) }),
    }
  );
}

function scrubbedNames<T extends ChainLink>(link: T, scrubber: Scrubber): T {
  return { ...link, subject: scrubber.all(link.subject), issuer: scrubber.all(link.issuer) };
}
