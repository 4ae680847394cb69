import { goJsonString } from '../document/go-json';
import { type Environment, FileError } from '../environment';
import { execGroup, isReleaseSince } from '../schema';
import { proxyUrl, serverUrl } from './cluster-url';
import { restored } from './exec-info-restored';
import { Refusal } from './refusal';
import { planScrubber } from './scrubbers';
import { withoutShares } from './shares';
import type { ClusterInfo, ExecTarget } from './target';

/** The first version, in which plugins were not told about the cluster. */
const v1alpha1 = `${execGroup}/v1alpha1`;

/** More does not fit into a variable, either. */
const mostAuthorityBytes = 2 ** 21;

/** Without a cluster kubectl dials this address. */
const noCluster: ClusterInfo = {
  server: 'http://localhost:8080',
  tlsServerName: '',
  insecureSkipTlsVerify: false,
  certificateAuthority: '',
  certificateAuthorityData: '',
  proxyUrl: '',
  disableCompression: false,
  configJson: 'null',
};

/** The value of KUBERNETES_EXEC_INFO, byte for byte as client-go encodes it. */
export function execInfoText(
  target: ExecTarget,
  environment: Environment,
  interactive: boolean,
): string | Refusal {
  const { provideClusterInfo, apiVersion } = target.exec;
  const tells = provideClusterInfo && apiVersion !== v1alpha1;
  const cluster = tells ? clusterText(target.clusterInfo, environment) : '';
  if (cluster instanceof Refusal) return cluster;
  const spec = [cluster, interactiveText(target, interactive)].filter((field) => field !== '').join(',');
  // The encoder ends with a line break, and client-go leaves it there.
  return `{"kind":"ExecCredential","apiVersion":${goJsonString(apiVersion)},"spec":{${spec}}}\n`;
}

/** What a run sends: that, or what was edited in its place. */
export function sentExecInfo(
  target: ExecTarget,
  environment: Environment,
  interactive: boolean,
): string | Refusal {
  const made = execInfoText(target, environment, interactive);
  const { execInfo: edited, ...others } = target.overrides ?? {};
  if (edited === undefined) return made;
  // It was shown before it was edited.
  const before = { ...target, overrides: others };
  return made instanceof Refusal ? edited : restored(edited, made, planScrubber(before, environment));
}

/** The same before anything is approved: `null` where it can't be made, or only by waiting for a file without an end. */
export function plannedExecInfo(
  target: ExecTarget,
  environment: Environment,
  interactive: boolean,
): string | null {
  const authority = target.exec.provideClusterInfo ? target.clusterInfo?.certificateAuthority : '';
  const stat = authority ? withoutShares(environment).files.stat(authority) : undefined;
  const isPlain = !authority || (stat?.kind === 'file' && stat.size <= mostAuthorityBytes);
  if (!isPlain) return target.overrides?.execInfo ?? null;
  const text = sentExecInfo(target, environment, interactive);
  return text instanceof Refusal ? null : text;
}

/** v1alpha1 leaves it out when there is no terminal; the other versions had no such field before 1.22. */
function interactiveText({ exec, kubernetesVersion }: ExecTarget, interactive: boolean): string {
  const always = exec.apiVersion !== v1alpha1 && isReleaseSince(kubernetesVersion, '1.22');
  return always || (interactive && exec.apiVersion === v1alpha1) ? `"interactive":${interactive}` : '';
}

function clusterText(info: ClusterInfo | null, environment: Environment): string | Refusal {
  const cluster = info ?? noCluster;
  const authority = authorityOf(cluster, environment);
  if (authority instanceof Refusal) return authority;
  const fields = [
    `"server":${goJsonString(serverUrl(cluster.server || noCluster.server))}`,
    text('tls-server-name', cluster.tlsServerName),
    cluster.insecureSkipTlsVerify ? '"insecure-skip-tls-verify":true' : '',
    text('certificate-authority-data', authority),
    text('proxy-url', proxyUrl(cluster.proxyUrl)),
    cluster.disableCompression ? '"disable-compression":true' : '',
    `"config":${cluster.configJson}`,
  ];
  return `"cluster":{${fields.filter((field) => field !== '').join(',')}}`;
}

function text(name: string, value: string): string {
  return value === '' ? '' : `"${name}":${goJsonString(value)}`;
}

/** The data if there is any, else the file's bytes: text around the certificates included. */
function authorityOf(cluster: ClusterInfo, environment: Environment): string | Refusal {
  const data = Buffer.from(cluster.certificateAuthorityData, 'base64');
  if (data.length > 0 || cluster.certificateAuthority === '') return data.toString('base64');
  try {
    return Buffer.from(environment.files.read(cluster.certificateAuthority)).toString('base64');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return new Refusal('ca-unreadable', `error: failed to load CA bundle for execProvider: ${error.message}`);
  }
}
