import type { CredentialReport } from '../protocol';
import type { Life } from './description';

/**
 * From when to when a credential can be used: until the time that kubectl goes by, else that of the token, else that
 * of the certificate. `undefined`: nobody says. `startedAt`: RFC 3339, of the run that gave it.
 */
export function lifeOf(credential: CredentialReport, startedAt: string): Life | undefined {
  const { expirationTimestamp, certificate } = credential;
  const { exp, iat } = claimTimes(credential);
  const start = Date.parse(startedAt);
  const life: Life | null =
    expirationTimestamp !== null
      ? promised(Date.parse(expirationTimestamp), start, exp, iat)
      : exp !== undefined
        ? { from: iat ?? start, until: exp, by: 'exp of the token' }
        : certificate && {
            from: Date.parse(certificate.notBefore),
            until: Date.parse(certificate.notAfter),
            by: 'the certificate',
          };
  if (!life || Number.isNaN(life.until) || Number.isNaN(life.from)) return undefined;
  return { ...life, from: Math.min(life.from, start, life.until) };
}

/** How far the two may be apart, in milliseconds: plugins promise a little less than the token says. */
const sameEnd = 15 * 60_000;

/** Of a cached token a part is used up: if it ends with the promise, its life is that of the token. */
function promised(until: number, start: number, exp: number | undefined, iat: number | undefined): Life {
  const isOfToken = exp !== undefined && Math.abs(exp - until) <= sameEnd;
  return { from: (isOfToken ? iat : undefined) ?? start, until, by: 'expirationTimestamp' };
}

function claimTimes({ token }: CredentialReport): { exp?: number | undefined; iat?: number | undefined } {
  const { exp, iat } = { ...(token?.jwt?.claims as { exp?: unknown; iat?: unknown } | undefined) };
  return { exp: milliseconds(exp), iat: milliseconds(iat) };
}

/** Of a claim in seconds; what is no time that JavaScript knows is none. */
function milliseconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && Math.abs(seconds) <= 8.64e12 ? seconds * 1000 : undefined;
}
