import { leafOf } from '../credential/certificate';
import { Secret } from '../credential/secret';
import type { ReportFinding } from '../protocol';
import type { Status } from './status';

export function certificateFindings(status: Status, now: number): ReportFinding[] {
  return [...pemFindings(status), ...validityFindings(status, now)];
}

function pemFindings({ certificate, key }: Status): ReportFinding[] {
  const encoded = [certificate, key].some((data) => isBase64OfPem(Secret.reveal(data)));
  if (encoded) {
    const message =
      'The data is base64 of PEM. An ExecCredential wants the PEM text itself, unlike a kubeconfig. Decode it first.';
    return [{ code: 'base64-pem', severity: 'warning', message }];
  }
  if (![certificate, key].some((data) => hasLostLineBreaks(Secret.reveal(data)))) return [];
  const message = 'The line breaks of the PEM text are lost. In JSON each is written as \\n.';
  return [{ code: 'pem-line-breaks', severity: 'warning', message }];
}

/** The beginning tells; a regular expression may fail over the whole. */
function isBase64OfPem(data: string): boolean {
  const text = data.slice(0, 4096);
  if (!/^[A-Za-z0-9+/=_\s-]{24,}$/.test(text) || text.includes('-----BEGIN')) return false;
  return Buffer.from(text, 'base64').toString('latin1').includes('-----BEGIN ');
}

function hasLostLineBreaks(text: string): boolean {
  return text.includes('-----BEGIN ') && !/-----\r?\n/.test(text);
}

function validityFindings(status: Status, now: number): ReportFinding[] {
  const leaf = leafOf(Secret.reveal(status.certificate));
  if (!leaf) return [];
  if (Date.parse(leaf.validTo) <= now) {
    const message = 'The client certificate has expired; kubectl sends it, and the server will refuse it.';
    return [{ code: 'certificate-expired', severity: 'warning', message }];
  }
  if (Date.parse(leaf.validFrom) <= now) return [];
  const message = 'The client certificate is not valid yet. Check the clock.';
  return [{ code: 'certificate-not-yet-valid', severity: 'warning', message }];
}
