import type {
  CertificateReport,
  CredentialReport,
  ReportFinding,
  RunOverrides,
  RunPhases,
  RunReport,
  TextStyle,
  TokenReport,
} from './protocol';

/**
 * A run in words: what the command line prints, the result view shows and "Copy report" copies. It adds
 * nothing to the report, so it holds no secret either.
 */
export interface Description {
  /** Whether a plugin was run, or a document judged in its place. */
  readonly of: 'run' | 'document';
  readonly outcome: 'accepted' | 'rejected' | 'stopped';
  /** One plain sentence. */
  readonly headline: string;
  /** What kubectl prints if it rejects. */
  readonly kubectl: string | null;
  readonly findings: readonly ReportFinding[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Text of several lines, such as JSON or standard error. */
  readonly text?: string;
  /** How `text` looks where it is not plain. */
  readonly styles?: readonly TextStyle[];
  /** The labels are names of claims. */
  readonly claims?: true;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  /** Whether the value is taken from a file or a program, not one of our words. */
  readonly verbatim?: true;
}

export function describeReport(report: RunReport): Description {
  const { verdict, summary, kubectl, findings, process: ran } = report;
  const judged = report.judged !== undefined;
  return {
    of: judged ? 'document' : 'run',
    outcome: ran.cancelled ? 'stopped' : verdict,
    headline: summary,
    kubectl,
    findings,
    sections: [
      ...credentialSections(report.credential),
      ...(judged
        ? [judgedSection(report)]
        : [sentSection(report), runSection(report), ...stderrSection(report)]),
    ],
  };
}

function credentialSections(credential: CredentialReport | null): Section[] {
  if (!credential) return [];
  const { token, certificate } = credential;
  return [
    { title: 'Credential', rows: [...(token ? [tokenRow(token)] : []), expiryRow(credential)] },
    ...(token?.jwt ? [claimSection(token.jwt)] : []),
    ...(certificate ? [certificateSection(certificate)] : []),
  ];
}

function tokenRow({ kind, length }: TokenReport): Row {
  return { label: 'Token', value: `${kind}, ${length} characters` };
}

function expiryRow({ expirationTimestamp, expiresInMs }: CredentialReport): Row {
  const value =
    expirationTimestamp === null
      ? 'Not stated: kubectl keeps it until the server refuses it'
      : `${expirationTimestamp}${expiresInMs === null ? '' : ` (${remaining(expiresInMs)})`}`;
  return { label: 'Expires', value };
}

function claimSection({ header, claims }: NonNullable<TokenReport['jwt']>): Section {
  const rows = [...jsonRows(header), ...jsonRows(claims)];
  return { title: 'JWT header and claims', rows, claims: true };
}

/** Claims that are seconds since the epoch. */
const timeClaims = new Set(['exp', 'iat', 'nbf', 'auth_time']);

function jsonRows(object: unknown): Row[] {
  if (typeof object !== 'object' || object === null) return [];
  return Object.entries(object).map(([label, value]) => ({
    label,
    value: claim(label, value),
    verbatim: true,
  }));
}

function claim(name: string, value: unknown): string {
  if (timeClaims.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12) {
    return `${value} (${new Date(value * 1000).toISOString().replace('.000', '')})`;
  }
  if (typeof value === 'string') return value;
  const list = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
  return list ? value.join(', ') : JSON.stringify(value);
}

function certificateSection(certificate: CertificateReport): Section {
  const { subjectAltNames, keyMatches, chainLength } = certificate;
  const key = keyMatches === null ? 'Missing or unreadable' : keyMatches ? 'Matches' : 'Does not match';
  const rows: Row[] = [
    { label: 'Subject', value: certificate.subject, verbatim: true },
    { label: 'Issuer', value: certificate.issuer, verbatim: true },
    ...(subjectAltNames.length > 0
      ? [{ label: 'Alternative names', value: subjectAltNames.join(', '), verbatim: true as const }]
      : []),
    { label: 'Valid', value: `${certificate.notBefore} to ${certificate.notAfter}` },
    { label: 'Serial number', value: certificate.serialNumber, verbatim: true },
    { label: 'Private key', value: key },
    ...(chainLength > 1 ? [{ label: 'Certificates', value: String(chainLength) }] : []),
  ];
  return { title: 'Client certificate', rows };
}

function sentSection({ execInfo }: RunReport): Section {
  const title = 'What the plugin was given (KUBERNETES_EXEC_INFO)';
  return execInfo
    ? { title, rows: [], text: JSON.stringify(execInfo, null, 2) }
    : { title, rows: [{ label: 'Nothing', value: 'It was not started' }] };
}

function named(label: string, value: string | null): Row[] {
  return value === null ? [] : [{ label, value, verbatim: true }];
}

function judgedSection(report: RunReport): Section {
  const { judged, process: ran } = report;
  const command = [ran.command, ...ran.args].join(' ');
  const rows: Row[] = [
    ...named('Document', judged?.document ?? null),
    ...named('apiVersion of the exec block', judged?.apiVersion ?? null),
    ...named('Kubeconfig', report.kubeconfig || null),
    ...named('Context', report.context),
    ...named('Cluster', report.cluster),
    ...named('User', report.user || null),
    ...named('In place of', command || null),
    { label: 'Judged', value: report.startedAt },
  ];
  return { title: 'Judged, not run', rows };
}

function runSection(report: RunReport): Section {
  const { process: ran } = report;
  const rows: Row[] = [
    ...named('Kubeconfig', report.kubeconfig),
    ...named('Context', report.context),
    ...named('Cluster', report.cluster),
    ...named('User', report.user),
    ...named('Command', [ran.command, ...ran.args].join(' ')),
    {
      label: 'Executable',
      value: ran.resolvedPath ?? 'Not found',
      ...(ran.resolvedPath && { verbatim: true }),
    },
    ...named('Variables', ran.envNames.length > 0 ? ran.envNames.join(', ') : null),
    ...(report.overrides ? [{ label: 'Simulated', value: overrideWords(report.overrides).join(', ') }] : []),
    { label: 'Outcome', value: outcomeOf(report) },
    { label: 'Duration', value: `${Math.round(ran.durationMs)} ms` },
    ...phaseRows(ran.phases),
    { label: 'Standard output', value: `${ran.stdoutBytes} bytes` },
    { label: 'Started', value: report.startedAt },
  ];
  return { title: 'Run', rows };
}

const phaseWords: Readonly<Record<keyof RunPhases, string>> = {
  resolvedMs: 'found',
  startedMs: 'started',
  firstByteMs: 'first output',
  exitedMs: 'ended',
  decodedMs: 'decoded',
  judgedMs: 'judged',
};

/** When each phase was reached, from the start of the run. */
function phaseRows(phases: RunPhases): Row[] {
  const reached = Object.entries(phaseWords).flatMap(([name, word]) => {
    const ms = phases[name as keyof RunPhases];
    return ms === null ? [] : [`${word} ${ms < 10 ? ms : Math.round(ms)} ms`];
  });
  return reached.length === 0 ? [] : [{ label: 'Phases', value: reached.join(', ') }];
}

/** What a run had instead of what the kubeconfig says. */
export function overrideWords({ apiVersion, interactive, provideClusterInfo }: RunOverrides): string[] {
  const given = (value: boolean | undefined, what: string, not: string) =>
    value === undefined ? [] : [value ? what : `${not} ${what}`];
  return [
    ...(apiVersion === undefined ? [] : [apiVersion.replace(/^.*\//, '')]),
    ...given(interactive, 'interactive', 'not'),
    ...given(provideClusterInfo, 'cluster information', 'no'),
  ];
}

function outcomeOf({ process: ran }: RunReport): string {
  if (ran.timedOut) return 'Stopped at the time limit';
  if (ran.cancelled) return 'Cancelled';
  if (ran.signal) return `Ended by ${ran.signal}`;
  return ran.exitCode === null ? 'Not started' : `Exit status ${ran.exitCode}`;
}

function stderrSection({ stderr, stderrStyles }: RunReport): Section[] {
  const text = stderr.trimEnd();
  const styles = stderrStyles
    .filter(({ start }) => start < text.length)
    .map((style) => ({ ...style, end: Math.min(style.end, text.length) }));
  return text === '' ? [] : [{ title: 'Standard error', rows: [], text, styles }];
}

/** The time left, in the largest unit that is not zero. */
export function remaining(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [count, unit] =
    seconds < 120
      ? [seconds, 's']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'min']
        : seconds < 172_800
          ? [Math.round(seconds / 3600), 'h']
          : [Math.round(seconds / 86_400), 'days'];
  return ms < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}
