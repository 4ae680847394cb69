import type { ReportFinding, RunReport } from '../protocol';
import { type Origin, Places } from './origin';
import type { ExecTarget } from './target';

type Path = readonly string[];

const exec: Path = ['user', 'exec'];

/** What in the user a finding is about, by its code; that of all others is the exec block. */
const inUser: Readonly<Record<string, Path>> = {
  ...every([...exec, 'apiVersion'], ['api-version-mismatch', 'api-version-missing', 'other-api-version']),
  ...every(
    [...exec, 'command'],
    [
      'cancelled',
      'cannot-start',
      'exit-status',
      'inner-command-not-found',
      'killed-by-signal',
      'not-executable',
      'not-found',
      'not-judged',
      'other-kubelogin',
      'output-too-large',
      'policy',
      'snap-confinement',
      'stdout-empty',
      'timed-out',
    ],
  ),
  ...every([...exec, 'args'], ['aws-output-format']),
  ...every([...exec, 'env'], ['aws-profile-not-found']),
  ...every([...exec, 'interactiveMode'], ['needs-terminal', 'no-terminal']),
  ...every([...exec, 'provideClusterInfo'], ['needs-cluster-info']),
};

const inCluster: Readonly<Record<string, Path>> = {
  ...every(['cluster', 'server'], ['basic-auth-in-server', 'plain-http-server']),
  ...every(['cluster', 'certificate-authority'], ['ca-unreadable']),
  ...every(['cluster', 'extensions'], ['jwt-other-audience']),
};

function every(path: Path, codes: readonly string[]): Record<string, Path> {
  return Object.fromEntries(codes.map((code) => [code, path]));
}

/** Where in a user it is that a finding is about, by its code. */
export function pathInUser(code: string): Path {
  return inUser[code] ?? exec;
}

/** The findings of a run, each with what in the kubeconfig it is about. */
export function placed(
  findings: readonly ReportFinding[],
  origin: Origin | undefined,
  places: Places,
): ReportFinding[] {
  if (!origin) return [...findings];
  return findings.map((finding) => {
    const place = finding.place ?? placeOf(finding.code, origin, places);
    return place ? { ...finding, place } : finding;
  });
}

function placeOf(code: string, { user, context, cluster }: Origin, places: Places) {
  const field = inCluster[code];
  if (field && cluster) return places.near(cluster, field);
  if (code === 'no-cluster' && context) return places.near(context, ['context', 'cluster']);
  return places.near(user, pathInUser(code));
}

/** The same for what is said of a run besides: a report that masks the path of the file tells no place in it. */
export function placedBeside(
  findings: readonly ReportFinding[],
  { origin, kubeconfigPath }: ExecTarget,
  { kubeconfig }: RunReport,
): ReportFinding[] {
  return placed(findings, origin, new Places(() => kubeconfig === kubeconfigPath));
}
