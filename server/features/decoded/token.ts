import { awsToken } from '../../credential/aws-token';
import { tokenReport } from '../../credential/token';
import { paragraphs } from '../hover-field';
import { codeSpan } from '../markdown';
import { moment } from './time';

type Now = number | undefined;

/** Kind, times and claims of a token. Values that may be secret are masked, and the signature is left out. */
export function describeToken(token: string, now: Now): string | undefined {
  const report = tokenReport(token.trim());
  if (!report) return undefined;
  const heading = `**Token** · ${report.kind}, ${report.length} characters`;
  const { jwt } = report;
  if (!jwt) return paragraphs(heading, awsFacts(token, now));
  const rows = [...rowsOf(jwt.header, now, 'header'), ...rowsOf(jwt.claims, now, 'claim')];
  return paragraphs(heading, lifetime(jwt.claims, now), ['| | |', '| --- | --- |', ...rows].join('\n'));
}

function awsFacts(token: string, now: Now): string | undefined {
  const aws = awsToken(token);
  if (!aws) return undefined;
  const { region, signedAt, validUntil, namesCluster } = aws;
  const lines = [
    region !== null && `- Region: \`${region}\``,
    signedAt !== null && `- Signed: ${moment(signedAt, now)}`,
    validUntil !== null && `- ${verb(validUntil, now)}: ${moment(validUntil, now)}`,
    namesCluster
      ? '- Cluster: signed, but not written in the token'
      : '- Cluster: not signed, so EKS refuses the token',
  ];
  return lines.filter(Boolean).join('\n');
}

function lifetime(claims: unknown, now: Now): string | undefined {
  const { exp, nbf } = claims as { exp?: unknown; nbf?: unknown };
  if (typeof exp !== 'number') return 'It does not say when it expires.';
  const early = now !== undefined && typeof nbf === 'number' && nbf * 1000 > now;
  const start = early ? ` Not valid before ${moment(nbf * 1000, now)}.` : '';
  return `${verb(exp * 1000, now)} ${moment(exp * 1000, now)}.${start}`;
}

function verb(time: number, now: Now): string {
  return now !== undefined && time <= now ? 'Expired' : 'Expires';
}

/** Claims that are seconds since the epoch. */
const timeClaims = new Set(['exp', 'iat', 'nbf', 'auth_time']);
const mostRows = 30;

function rowsOf(object: unknown, now: Now, kind: 'header' | 'claim'): string[] {
  const entries = Object.entries(object as Record<string, unknown>);
  const rows = entries.slice(0, mostRows).map(([name, value]) => {
    const label = `${cell(name)}${kind === 'header' ? ' (header)' : ''}`;
    const time = timeClaims.has(name) && typeof value === 'number' ? moment(value * 1000, now) : undefined;
    return `| ${label} | ${time ?? cell(words(value))} |`;
  });
  return entries.length > mostRows ? [...rows, `| … | ${entries.length - mostRows} more |`] : rows;
}

function words(value: unknown): string {
  if (typeof value === 'string') return value;
  const list = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
  return list ? value.join(', ') : JSON.stringify(value);
}

/** A bar ends a cell even inside of code. */
function cell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}
