import type { CredentialReport } from '../protocol';
import type { Life } from './description';

/**
 * From when to when a credential can be used: until the time that kubectl goes by, else that of the token, else that
 * of the certificate. `undefined`: nobody says. `startedAt`: RFC 3339, of the run that gave it.
 */
export function lifeOf(credential: CredentialReport, startedAt: string): Life | undefined {
  const { expirationTimestamp, certificate } = credential;
  const { exp, iat } = claimTimes(credential);
  const until = expirationTimestamp === null ? undefined : Date.parse(expirationTimestamp);
  const start = Date.parse(startedAt);
  const life =
    until !== undefined
      ? { from: iat ?? start, until }
      : exp !== undefined
        ? { from: iat ?? start, until: exp }
        : certificate && { from: Date.parse(certificate.notBefore), until: Date.parse(certificate.notAfter) };
  if (!life || Number.isNaN(life.until) || Number.isNaN(life.from)) return undefined;
  // A token may be older than the promise: of a cached one a part is used up.
  return { from: Math.min(life.from, start, life.until), until: life.until };
}

function claimTimes({ token }: CredentialReport): { exp?: number | undefined; iat?: number | undefined } {
  const { exp, iat } = { ...(token?.jwt?.claims as { exp?: unknown; iat?: unknown } | undefined) };
  return { exp: milliseconds(exp), iat: milliseconds(iat) };
}

/** Of a claim in seconds; what is no time that JavaScript knows is none. */
function milliseconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && Math.abs(seconds) <= 8.64e12 ? seconds * 1000 : undefined;
}
