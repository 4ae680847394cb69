import { leafOf } from '../credential/certificate';
import { jwtOf } from '../credential/token';
import { parseGoTime } from '../go/time';
import { execCredentialLink } from '../schema/links';
import { statusOf } from './credential-status';
import { valueAt } from './places';
import { rule } from './rule';

const link = execCredentialLink('v1', 'ExecCredentialStatus');
const minute = 60_000;
/** The zero time of Go, which means no expiry. */
const zeroTime = Date.parse('0001-01-01T00:00:00Z');

export const credentialExpired = rule({
  code: 'credential-expired',
  severity: 'warning',
  title: 'An ExecCredential, its token or its certificate has expired or is not valid yet',
  link,
  noFix: 'Only the plugin has a newer credential.',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document, { environment }) {
    const found = statusOf(document);
    if (!found || !environment) return;
    const { entry, status } = found;
    const now = environment.now();
    const on = (name: string, message: string) => ({ ...valueAt(entry, name), message });
    const expiry = timeOf(status.expirationTimestamp);
    if (expiry !== undefined && expiry <= now) {
      const message =
        'This time is past: kubectl uses the credential, but runs the plugin again for every use.';
      yield on('expirationTimestamp', `${message} Get a new one.`);
    }
    const token = tokenFault(status.token ?? '', now);
    if (token) yield on('token', token);
    const certificate = certificateFault(status.clientCertificateData ?? '', now);
    if (certificate) yield on('clientCertificateData', certificate);
  },
});

export const credentialOutlivesToken = rule({
  code: 'credential-outlives-token',
  severity: 'warning',
  title: 'An ExecCredential’s `expirationTimestamp` is later than the `exp` claim of its token',
  link,
  noFix: 'When to run the plugin again is for the plugin to say.',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    if (!found) return;
    const expiry = timeOf(found.status.expirationTimestamp);
    const exp = jwtOf(found.status.token ?? '')?.claims['exp'];
    if (expiry === undefined || typeof exp !== 'number' || expiry <= exp * 1000 + minute) return;
    const message = `The token expires earlier, at ${dateOf(exp * 1000)}, and kubectl would still use it. Write that time, or an earlier one.`;
    yield { ...valueAt(found.entry, 'expirationTimestamp'), message };
  },
});

/** Milliseconds since the epoch; `undefined`: never, or no time at all, which is told elsewhere. */
function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? undefined : parseGoTime(text, true);
  return time && 'ms' in time && time.ms !== zeroTime ? time.ms : undefined;
}

function tokenFault(token: string, now: number): string | undefined {
  const { exp, nbf } = jwtOf(token)?.claims ?? {};
  if (typeof exp === 'number' && exp * 1000 <= now) {
    return `The token expired at ${dateOf(exp * 1000)}, by its exp claim; the server will refuse it. Get a new one.`;
  }
  if (typeof nbf !== 'number' || nbf * 1000 <= now + minute) return undefined;
  return `The token is not valid before ${dateOf(nbf * 1000)}, by its nbf claim. Check the clock.`;
}

function certificateFault(pem: string, now: number): string | undefined {
  const leaf = leafOf(pem);
  const [start, end] = [Date.parse(leaf?.validFrom ?? ''), Date.parse(leaf?.validTo ?? '')];
  if (end <= now) {
    return `The certificate expired at ${dateOf(end)}; kubectl sends it, and the server will refuse it. Get a new one.`;
  }
  return start > now ? `The certificate is not valid before ${dateOf(start)}. Check the clock.` : undefined;
}

function dateOf(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') : 'a time far away';
}
