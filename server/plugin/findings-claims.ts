import { Secret } from '../credential/secret';
import { jwtOf } from '../credential/token';
import type { ReportFinding } from '../protocol';
import type { Status } from './status';
import type { ExecTarget } from './target';

const minute = 60_000;

/** What a JWT says that does not fit this machine's clock or what the plugin was asked for. */
export function claimFindings(
  { clusterInfo, exec }: ExecTarget,
  status: Status,
  now: number,
): ReportFinding[] {
  const claims = jwtOf(Secret.reveal(status.token))?.claims;
  if (!claims) return [];
  const found: ReportFinding[] = [];
  const { iat, aud } = claims;
  if (typeof iat === 'number' && iat * 1000 > now + minute) {
    const ahead = Math.round((iat * 1000 - now) / minute);
    const message = `By its iat claim the token comes from the future, ${ahead} min ahead of this clock. Set the clock.`;
    found.push({ code: 'clock-skew', severity: 'warning', message });
  }
  const wanted = exec.provideClusterInfo ? audiencesOf(clusterInfo?.configJson ?? 'null') : [];
  const given = textsOf(aud);
  if (wanted.length > 0 && given.length > 0 && !wanted.some((audience) => given.includes(audience))) {
    const message =
      'The token is for another audience (aud claim) than the config of the cluster asks for. Correct the plugin or the extension.';
    found.push({ code: 'jwt-other-audience', severity: 'warning', message });
  }
  return found;
}

function audiencesOf(configJson: string): string[] {
  const config: unknown = JSON.parse(configJson);
  if (typeof config !== 'object' || config === null) return [];
  const { audience, audiences } = config as Record<string, unknown>;
  return [...textsOf(audience), ...textsOf(audiences)];
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}
