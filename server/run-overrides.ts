import { posix, win32 } from 'node:path';
import type { ClusterEntry, ContextEntry, Kubeconfig } from './document/kubeconfig';
import type { Environment } from './environment';
import { editedProblem } from './plugin';
import type { RunOverrides } from './protocol';
import { execGroup, execVersionsOf, isRelease } from './schema';

/** Words for the user if a run can't have what is asked for; `kubernetesVersion`: the release that it is done as. */
export function overridesProblem(
  { apiVersion, kubernetesVersion: release, env = {}, cwd, execInfo }: RunOverrides,
  kubernetesVersion: string | undefined,
  environment: Environment,
): string | undefined {
  if (release !== undefined && !isRelease(release)) {
    return `"${release}" is no release of kubectl that can be done as. Name one such as 1.29, from 1.10 on.`;
  }
  return (
    versionProblem(apiVersion, kubernetesVersion) ??
    variablesProblem(env, environment.platform) ??
    (cwd === undefined ? undefined : folderProblem(cwd, environment)) ??
    (execInfo === undefined ? undefined : editedProblem(execInfo))
  );
}

function versionProblem(apiVersion: string | undefined, kubernetesVersion: string | undefined) {
  const versions = execVersionsOf(kubernetesVersion).map((name) => `${execGroup}/${name}`);
  if (apiVersion === undefined || versions.includes(apiVersion)) return undefined;
  return `This release of kubectl does not know the API version "${apiVersion}". Known: ${versions.join(', ')}.`;
}

/** The variable that is the input itself. */
const input = 'KUBERNETES_EXEC_INFO';

function variablesProblem(env: NonNullable<RunOverrides['env']>, platform: string): string | undefined {
  for (const [name, value] of Object.entries(env)) {
    // A wrong name may be a pasted secret.
    if (name === '' || /[=\0]/.test(name)) return 'The name of a variable is empty, or has "=" or NUL in it.';
    if ((platform === 'win32' ? name.toUpperCase() : name) === input) {
      return `${input} is what the plugin is sent, and no variable to set. Edit the ExecCredential instead.`;
    }
    if (value?.includes('\0')) return `The value for ${name} has a NUL in it, which no variable can have.`;
  }
  return undefined;
}

/** What cannot be seen before the run is approved, is found out by the run. */
function folderProblem(cwd: string, { platform, files }: Environment): string | undefined {
  const { isAbsolute } = platform === 'win32' ? win32 : posix;
  if (!isAbsolute(cwd) || cwd.includes('\0')) return 'The folder to run in must be an absolute path.';
  if (platform === 'win32' && /^[\\/]{2}/.test(cwd)) return undefined;
  const kind = files.stat(cwd)?.kind;
  if (kind === 'directory') return undefined;
  const reason = kind ? 'not a directory' : 'no such file or directory';
  return `The plugin cannot run there: chdir ${cwd}: ${reason}. Name another folder.`;
}

/** The cluster that a run is for; words if there is none of that name. */
export function clusterFor(
  document: Kubeconfig,
  context: ContextEntry | undefined,
  name: string | undefined,
): ClusterEntry | undefined | string {
  if (name === undefined) return context && document.clusterOf(context);
  return (
    document.cluster(name) ?? `There is no cluster "${name}". ${knownNames(document.namesOf('clusters'))}`
  );
}

/** What could have been asked for. */
export function knownNames(names: readonly string[]): string {
  if (names.length === 0) return 'The file has none.';
  const shown = names.slice(0, 8).map((name) => `"${name}"`);
  return `Known: ${shown.join(', ')}${names.length > shown.length ? ', …' : ''}.`;
}
