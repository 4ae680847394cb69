import type { ReportFinding } from '../protocol';
import type { Outcome } from './spawn';

interface Hint {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
}

/** What well-known plugins say on stderr, and what to do about it. Only fixed text is shown. */
const hints: readonly Hint[] = [
  {
    code: 'aws-sso-expired',
    pattern:
      /Error loading SSO Token|SSO session.{0,80}(?:expired|invalid)|Token has expired and refresh failed/i,
    message: 'The AWS SSO session has expired. Run "aws sso login", then run the plugin again.',
  },
  {
    code: 'aws-profile-not-found',
    pattern: /config profile \(.*\) could not be found/i,
    message: 'The AWS profile does not exist here. Correct AWS_PROFILE or --profile, or run "aws configure".',
  },
  {
    code: 'aws-no-credentials',
    pattern: /Unable to locate credentials|NoCredentialProviders/i,
    message: 'There are no AWS credentials. Log in, or set AWS_PROFILE in env of the exec block.',
  },
  {
    code: 'gcloud-login',
    pattern: /gcloud auth login|Reauthentication (?:is )?(?:required|failed)/i,
    message: 'The gcloud login has expired. Run "gcloud auth login", then run the plugin again.',
  },
  {
    code: 'azure-login',
    pattern: /\bAADSTS\d{4,7}\b|Please run ['"]?az login/i,
    message:
      'Microsoft Entra ID asks for a new log-in. Run "az login", or log in with the plugin in a terminal.',
  },
  {
    code: 'other-kubelogin',
    pattern: /unknown (?:flag|command).{0,20}(?:--server-id|--oidc-issuer-url|get-token)/i,
    message: 'This seems to be the other program named kubelogin: Azure/kubelogin or int128/kubelogin.',
  },
  {
    code: 'needs-cluster-info',
    pattern:
      /does not contain cluster information|KUBERNETES_EXEC_INFO.{0,40}(?:unset|empty|not set)|cluster extension.{0,60}not found/i,
    message: 'The plugin needs to know the cluster. Set provideClusterInfo: true in the exec block.',
  },
  {
    code: 'needs-terminal',
    pattern:
      /not a terminal|inappropriate ioctl for device|operation not supported by device|\bEOF when reading|: EOF\s*$/im,
    message: 'The plugin asks for input. Run it as interactive, or log in from a terminal first.',
  },
  {
    code: 'network',
    pattern:
      /no such host|i\/o timeout|connection refused|proxyconnect|Could not connect to the endpoint|ENOTFOUND/i,
    message:
      'The plugin did not reach its server. It does not see proxy-url; set HTTPS_PROXY in env if it needs a proxy.',
  },
];

/** Hints for a plugin that failed or was stopped. */
export function stderrFindings(outcome: Outcome | null, path: string | null): ReportFinding[] {
  if (!outcome || (outcome.exitCode === 0 && !outcome.stopped)) return [];
  const hint = hints.find(({ pattern }) => pattern.test(outcome.stderr));
  const found: ReportFinding[] = hint
    ? [{ code: hint.code, severity: 'information', message: hint.message }]
    : [];
  if (outcome.exitCode === 127) {
    const message = 'Status 127 usually means that a program which the script needs is not on PATH.';
    found.push({ code: 'inner-command-not-found', severity: 'information', message });
  }
  if (path?.startsWith('/snap/')) {
    const message = 'Programs from a snap may not see files and helpers outside of it.';
    found.push({ code: 'snap-confinement', severity: 'hint', message });
  }
  return found;
}
