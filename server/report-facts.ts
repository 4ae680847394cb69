import { outcomeOf, outcomeWords, remaining } from './describe-report';
import type { CertificateReport, CredentialReport, ReportFinding, RunOverrides, RunReport } from './protocol';

/** One thing that a report says, to be held against what another report says of the same. */
export interface Fact {
  readonly section: FactSection;
  /** With the section it names the fact. */
  readonly label: string;
  readonly value: string;
  /** The value is taken from a file or a program, not one of our words. */
  readonly verbatim?: true;
  /** It is another in every run, so that a difference says nothing. */
  readonly varies?: true;
  /** Milliseconds that `value` stands for; the difference counts if it is large. */
  readonly ms?: number;
}

export const factSections = [
  'Result',
  'Input',
  'Credential',
  'Token header',
  'Claims',
  'Client certificate',
  'Findings',
  'Run',
  'Standard error',
] as const;

export type FactSection = (typeof factSections)[number];

/** A report, fact by fact. It adds nothing to the report, so it holds no secret either. */
export function factsOf(report: RunReport): Fact[] {
  const { credential, findings, stderr } = report;
  return [
    ...resultFacts(report),
    ...inputFacts(report),
    ...(credential ? credentialFacts(credential) : []),
    ...findings.map(findingFact),
    ...runFacts(report),
    ...given('Standard error', 'Text', stderr.trimEnd()),
  ];
}

function resultFacts(report: RunReport): Fact[] {
  const { reason, summary, kubectl } = report;
  return [
    { section: 'Result', label: 'Verdict', value: outcomeWords[outcomeOf(report)] },
    ...given('Result', 'Reason', reason),
    { section: 'Result', label: 'In words', value: summary },
    ...given('Result', 'kubectl prints', kubectl?.trimEnd()),
  ];
}

function inputFacts(report: RunReport): Fact[] {
  const { process: ran, judged, terminal, overrides, execInfo } = report;
  return [
    ...given('Input', 'Kubeconfig', report.kubeconfig),
    ...given('Input', 'Context', report.context),
    ...given('Input', 'Cluster', report.cluster),
    ...given('Input', 'User', report.user),
    ...given('Input', 'Judged, not run', judged?.document),
    ...given('Input', 'Command', ran.command),
    ...given('Input', 'Arguments', ran.args.join(' ')),
    ...given('Input', 'Executable', ran.resolvedPath),
    ...given('Input', 'Variables', ran.envNames.join(', ')),
    ...(terminal ? [{ section: 'Input', label: 'Terminal', value: 'The user’s' } as const] : []),
    ...(overrides ? overrideFacts(overrides) : []),
    ...leaves(execInfo).map(([label, value]) => fact('Input', label, value)),
  ];
}

/** What ExecCredential shows itself, such as the version, is not said twice. */
function overrideFacts({ env = {}, cwd, kubernetesVersion, execInfo }: RunOverrides): Fact[] {
  const variables = Object.entries(env).map(
    ([name, value]) => `${name} ${value === null ? 'removed' : 'set'}`,
  );
  return [
    ...given('Input', 'Variables for this run', variables.join(', ')),
    ...given('Input', 'Working folder', cwd),
    ...given('Input', 'As kubectl', kubernetesVersion),
    ...(execInfo === undefined
      ? []
      : [{ section: 'Input', label: 'ExecCredential', value: 'Edited by hand' } as const]),
  ];
}

function credentialFacts({ token, certificate, expirationTimestamp, expiresInMs }: CredentialReport): Fact[] {
  const left = expiresInMs === null ? '' : ` (${remaining(expiresInMs)})`;
  return [
    ...(token ? [{ section: 'Credential', label: 'Token', value: token.kind } as const] : []),
    ...(token
      ? [
          {
            section: 'Credential',
            label: 'Token’s length',
            value: `${token.length} characters`,
            varies: true,
          } as const,
        ]
      : []),
    {
      section: 'Credential',
      label: 'Expires',
      value: expirationTimestamp === null ? 'Not stated' : `${expirationTimestamp}${left}`,
      ...(expiresInMs !== null && { ms: expiresInMs }),
    },
    ...leaves(token?.jwt?.header).map(([label, value]) => fact('Token header', label, value)),
    ...leaves(token?.jwt?.claims).map(claimFact),
    ...(certificate ? certificateFacts(certificate) : []),
  ];
}

/** Another one in each token: times, and numbers of the token or the log-in. */
const varyingClaims = /^(exp|iat|nbf|auth_time|jti|uti|aio|rh|nonce|sid|at_hash|c_hash)$/;
const timeClaims = /^(exp|iat|nbf|auth_time)$/;

function claimFact([label, value]: Leaf): Fact {
  const seconds = Number(value);
  const isTime = timeClaims.test(label) && Math.abs(seconds) < 8.64e12;
  const shown = isTime ? `${value} (${new Date(seconds * 1000).toISOString().replace('.000', '')})` : value;
  return { ...fact('Claims', label, shown), ...(varyingClaims.test(label) && { varies: true }) };
}

function certificateFacts(certificate: CertificateReport): Fact[] {
  const { keyMatches, chainLength, chain = [] } = certificate;
  const key = keyMatches === null ? 'Missing or unreadable' : keyMatches ? 'Matches' : 'Does not match';
  const of = (label: string, value: string) => given('Client certificate', label, value);
  const changing = (label: string, value: string) =>
    of(label, value).map((each): Fact => ({ ...each, varies: true }));
  return [
    ...of('Subject', certificate.subject),
    ...of('Issuer', certificate.issuer),
    ...of('Alternative names', certificate.subjectAltNames.join(', ')),
    ...changing('Valid from', certificate.notBefore),
    ...changing('Valid until', certificate.notAfter),
    ...changing('Serial number', certificate.serialNumber),
    { section: 'Client certificate', label: 'Private key', value: key },
    { section: 'Client certificate', label: 'Certificates', value: String(chainLength) },
    ...chain.flatMap(({ subject, notAfter }, index) => [
      ...of(`Issuer ${index + 1}`, subject),
      ...changing(`Issuer ${index + 1} valid until`, notAfter),
    ]),
  ];
}

function findingFact({ code, severity, message }: ReportFinding): Fact {
  return { section: 'Findings', label: code, value: `${severity}: ${message}` };
}

function runFacts({ process: ran, startedAt, judged }: RunReport): Fact[] {
  const started = { section: 'Run', label: judged ? 'Judged' : 'Started', value: startedAt } as const;
  if (judged) return [{ ...started, varies: true }];
  const outcome = ran.timedOut
    ? 'Stopped at the time limit'
    : ran.cancelled
      ? 'Cancelled'
      : ran.signal
        ? `Ended by ${ran.signal}`
        : ran.exitCode === null
          ? 'Not started'
          : `Exit status ${ran.exitCode}`;
  const duration = { label: 'Duration', value: `${Math.round(ran.durationMs)} ms`, ms: ran.durationMs };
  return [
    { section: 'Run', label: 'Outcome', value: outcome },
    { section: 'Run', ...duration },
    { section: 'Run', label: 'Standard output', value: `${ran.stdoutBytes} bytes`, varies: true },
    { ...started, varies: true },
  ];
}

function given(section: FactSection, label: string, value: string | null | undefined): Fact[] {
  return value ? [fact(section, label, value)] : [];
}

function fact(section: FactSection, label: string, value: string): Fact {
  return { section, label, value, verbatim: true };
}

type Leaf = readonly [path: string, value: string];

/** The values of a JSON document by their path, such as `spec.cluster.server`. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (value === undefined || (value === null && path === '')) return [];
  if (typeof value !== 'object' || value === null) return [[path, scalar(value)]];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return [[path, value.length === 0 ? '[]' : value.map(scalar).join(', ')]];
  }
  const inside = Object.entries(value).flatMap(([name, item]) => leaves(item, join(path, name)));
  return inside.length > 0 || path === '' ? inside : [[path, '{}']];
}

function join(path: string, name: string): string {
  const plain = /^[\w/-]+$/.test(name) || path === '';
  return plain ? `${path}${path === '' ? '' : '.'}${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** A text without quotes, unless it would pass for something else. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return value === '' || /^(?:true|false|null|[-\d.eE+]+)$/.test(value) ? JSON.stringify(value) : value;
}
