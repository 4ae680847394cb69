import type { CredentialReport, RunReport } from '../protocol';

/** The report of `run` for a person: verdict first, then what it rests on. */
export function textReport(report: RunReport): string {
  const sections = [
    [report.summary, ...indented(report.kubectl ?? '')],
    report.findings.map((finding) => `${finding.severity}: ${finding.message}`),
    report.credential ? credentialLines(report.credential) : [],
    processLines(report),
    report.stderr.trim() === '' ? [] : ['Standard error:', ...indented(report.stderr.trimEnd())],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function credentialLines({
  token,
  certificate,
  expirationTimestamp,
  expiresInMs,
}: CredentialReport): string[] {
  const lines = ['Credential:'];
  if (token) lines.push(`  token: ${token.kind}, ${token.length} characters`);
  if (token?.jwt) lines.push(`  claims: ${JSON.stringify(token.jwt.claims)}`);
  if (certificate) {
    lines.push(`  certificate: ${certificate.subject}, issued by ${certificate.issuer}`);
    lines.push(`  valid: ${certificate.notBefore} to ${certificate.notAfter}`);
  }
  const left = expiresInMs === null ? '' : ` (${duration(expiresInMs)})`;
  lines.push(`  expires: ${expirationTimestamp ?? 'not stated; kept until the server refuses it'}${left}`);
  return lines;
}

function processLines({ process: ran, user, context, cluster }: RunReport): string[] {
  const outcome = ran.timedOut
    ? 'ended by the time limit'
    : ran.cancelled
      ? 'cancelled'
      : ran.signal
        ? `killed by ${ran.signal}`
        : ran.exitCode === null
          ? 'not started'
          : `exit status ${ran.exitCode}`;
  return [
    'Run:',
    `  user: ${user}${context === null ? '' : `, context: ${context}`}${cluster === null ? '' : `, cluster: ${cluster}`}`,
    `  command: ${[ran.resolvedPath ?? ran.command, ...ran.args].join(' ')}`,
    `  outcome: ${outcome} after ${Math.round(ran.durationMs)} ms`,
  ];
}

function duration(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const text = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  return ms < 0 ? `expired ${text} ago` : `in ${text}`;
}

function indented(text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `  ${line}`);
}
