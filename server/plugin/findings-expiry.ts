import { Secret } from '../credential/secret';
import { jwtOf } from '../credential/token';
import { parseGoTime } from '../go/time';
import type { ReportFinding } from '../protocol';
import type { Status } from './status';

const minute = 60_000;
const year = 365 * 24 * 60 * minute;
/** The zero time of Go, which means no expiry. */
const zeroTime = Date.parse('0001-01-01T00:00:00Z');

/** Milliseconds since the epoch; `null` when the credential never expires. */
export function expiryOf({ expirationTimestamp }: Status): number | null {
  // It has been judged already.
  const time = expirationTimestamp === null ? undefined : parseGoTime(expirationTimestamp, true);
  return time && 'ms' in time && time.ms !== zeroTime ? time.ms : null;
}

export function expiryFindings(status: Status, now: number): ReportFinding[] {
  const expiry = expiryOf(status);
  const found = expiry === null ? [noExpiry(status)] : [lifetimeFinding(expiry - now)];
  return [...found, ...jwtFindings(status, expiry, now)].filter((finding) => finding !== undefined);
}

function noExpiry(status: Status): ReportFinding | undefined {
  if (!status.token.length && !status.key.length) return undefined;
  const message =
    'There is no expirationTimestamp: kubectl uses the credential until it ends or the server answers 401.';
  return { code: 'no-expiry', severity: 'information', message };
}

function lifetimeFinding(left: number): ReportFinding | undefined {
  if (left <= 0) {
    const message =
      'expirationTimestamp is in the past: kubectl still uses the credential, but runs the plugin for every use. Check the clock and any cache of the plugin.';
    return { code: 'expired', severity: 'warning', message };
  }
  if (left < minute) {
    const message = 'The credential expires in less than a minute. Have the plugin renew it earlier.';
    return { code: 'expires-soon', severity: 'warning', message };
  }
  if (left < year) return undefined;
  const message = 'expirationTimestamp is more than a year away. Check its date and the clock.';
  return { code: 'far-expiry', severity: 'information', message };
}

function jwtFindings(status: Status, expiry: number | null, now: number): ReportFinding[] {
  const claims = jwtOf(Secret.reveal(status.token))?.claims ?? {};
  const { exp, nbf } = claims;
  const found: ReportFinding[] = [];
  if (typeof nbf === 'number' && nbf * 1000 > now + minute) {
    const message = 'The token is not valid yet: its nbf claim is in the future. Check the clock.';
    found.push({ code: 'jwt-not-yet-valid', severity: 'warning', message });
  }
  if (typeof exp !== 'number') return found;
  if (exp * 1000 <= now) {
    const message =
      'The token itself has expired, by its exp claim; the server will refuse it. Log in again.';
    found.push({ code: 'jwt-expired', severity: 'warning', message });
  }
  if (expiry !== null && expiry > exp * 1000 + minute) {
    const message =
      'expirationTimestamp is later than the exp claim of the token, so kubectl will use it after it has expired.';
    found.push({ code: 'jwt-expires-earlier', severity: 'warning', message });
  }
  return found;
}
