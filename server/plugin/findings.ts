import { redacted } from '../credential/secret';
import type { ReportFinding } from '../protocol';
import type { Attempt } from './attempt';
import { speaksTls } from './cluster-url';
import { certificateFindings } from './findings-certificate';
import { claimFindings } from './findings-claims';
import { expiryFindings } from './findings-expiry';
import { formatFindings } from './findings-format';
import { tokenFindings } from './findings-token';
import type { Judgement } from './judge';
import { knownErrorFindings } from './known-errors';
import { reasons } from './reasons';
import type { Refusal } from './refusal';
import { stderrFindings } from './stderr-hints';
import type { ExecTarget } from './target';

/** Everything that is worth saying about a run. `now`: milliseconds since the epoch. */
export function findingsOf(
  target: ExecTarget,
  { outcome, resolved, execInfo }: Attempt,
  judgement: Judgement,
  refusal: Refusal | null,
  now: number,
): ReportFinding[] {
  const found = [
    ...serverFindings(target),
    ...inputFindings(target, execInfo),
    ...(refusal ? [refusalFinding(refusal)] : []),
    ...(outcome ? formatFindings(outcome.stdout, judgement, target.exec.apiVersion) : []),
    ...stderrFindings(outcome, resolved.path),
    ...knownErrorFindings(target, outcome),
  ];
  const { status } = judgement;
  if (!status) return found;
  return [
    ...found,
    ...tokenFindings(status),
    ...certificateFindings(status, now),
    ...expiryFindings(status, now),
    ...claimFindings(target, status, now),
  ];
}

function serverFindings({ clusterInfo, cluster }: ExecTarget): ReportFinding[] {
  if (clusterInfo === null && cluster === null) {
    const message =
      'No cluster is known, so kubectl would dial http://localhost:8080 without running the plugin.';
    return [{ code: 'no-cluster', severity: 'information', message }];
  }
  const server = clusterInfo?.server ?? '';
  if (!speaksTls(server)) {
    const message = 'kubectl never runs this plugin: the server is not https://, so it sends no credentials.';
    return [{ code: 'plain-http-server', severity: 'warning', message }];
  }
  if (!/^https:\/\/[^/?#]*@/i.test(server)) return [];
  const message =
    'kubectl does not send the token: the user name in the address of the server takes its place.';
  return [{ code: 'basic-auth-in-server', severity: 'warning', message }];
}

/** What was masked has been put back by now, where it could be. */
function inputFindings({ overrides }: ExecTarget, execInfo: string | null): ReportFinding[] {
  if (overrides?.execInfo === undefined || !execInfo?.includes(redacted)) return [];
  const message = `The edited ExecCredential says "${redacted}" where nothing is masked, so the plugin was given these words. Write the value there.`;
  return [{ code: 'masked-input', severity: 'warning', message }];
}

function refusalFinding({ reason }: Refusal): ReportFinding {
  const mine = reason === 'cancelled' ? 'information' : 'error';
  return { code: reason, severity: mine, message: reasons[reason].message };
}
