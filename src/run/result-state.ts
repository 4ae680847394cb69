import type { RunOverrides, RunReport, RunRequest } from '../../server/protocol';
import type { Asked } from './history';
import { isReport, isText } from './report-shape';

/** What VS Code keeps of the result view, on the disk, until the window is there again. It holds no secret. */
export interface ResultState {
  readonly version: 1;
  readonly report: RunReport;
  readonly asked: Asked;
  /** A part of what was asked for was left out. */
  readonly partial: boolean;
}

/**
 * Of a request only that is kept which holds no secret and decides neither what is executed nor whether to ask:
 * no variables, no edited input, no folder, no force.
 */
export function stateOf(report: RunReport, asked: Asked, partial: boolean): ResultState {
  if (asked.kind === 'judge') return { version: 1, report, asked, partial };
  const request = keptRequest(asked.request);
  const left = ['env', 'execInfo', 'cwd'] as const;
  const lost = left.some((name) => asked.request.overrides?.[name] !== undefined);
  return { version: 1, report, asked: { kind: 'run', request }, partial: partial || lost };
}

/** From the disk, where anybody may have written it: `undefined` unless it has the shape of what was kept. */
export function stateIn(value: unknown): ResultState | undefined {
  const { version, report, asked, partial } = { ...(value as Partial<ResultState>) };
  const request = askedIn(asked);
  if (version !== 1 || !isReport(report) || !request) return undefined;
  return { version, report, asked: request, partial: partial !== false };
}

function askedIn(value: unknown): Asked | undefined {
  const { kind, request } = { ...(value as { kind?: unknown; request?: Partial<RunRequest> }) };
  if (typeof request !== 'object' || request === null || !isText(request.uri)) return undefined;
  if (kind === 'run') return { kind, request: keptRequest(request as RunRequest) };
  if (kind !== 'judge') return undefined;
  const { uri, target, apiVersion } = request as Partial<Record<string, unknown>>;
  const { kubeconfig, user, context } = { ...(target as Partial<Record<string, unknown>>) };
  return {
    kind,
    request: {
      uri: String(uri),
      ...(isText(apiVersion) && { apiVersion }),
      ...(isText(kubeconfig) &&
        isText(user) && { target: { kubeconfig, user, ...(isText(context) && { context }) } }),
    },
  };
}

function keptRequest({ uri, user, context, overrides }: RunRequest): RunRequest {
  const kept = overrides && keptOverrides(overrides);
  return {
    uri,
    ...(isText(user) && { user }),
    ...(isText(context) && { context }),
    ...(kept && Object.keys(kept).length > 0 && { overrides: kept }),
  };
}

function keptOverrides(overrides: RunOverrides): RunOverrides {
  const { apiVersion, interactive, provideClusterInfo, cluster, kubernetesVersion } = { ...overrides };
  return {
    ...(isText(apiVersion) && { apiVersion }),
    ...(typeof interactive === 'boolean' && { interactive }),
    ...(typeof provideClusterInfo === 'boolean' && { provideClusterInfo }),
    ...(isText(cluster) && { cluster }),
    ...(isText(kubernetesVersion) && { kubernetesVersion }),
  };
}
