import { cleanedCommand } from '../command/clean';
import { type ResolvedCommand, resolveCommand } from '../command/resolve';
import type { Environment } from '../environment';
import type { RunOverrides } from '../protocol';
import { isReleaseSince } from '../schema';
import type { Origin } from './origin';
import type { SignIn } from './sign-in-text';

/** A user's exec block and the cluster it would be run for: all that a run depends on. */
export interface ExecTarget {
  /** Absolute path of the kubeconfig; its folder resolves relative commands. */
  readonly kubeconfigPath: string;
  readonly user: string;
  readonly context: string | null;
  readonly cluster: string | null;
  readonly exec: ExecBlock;
  /** `null`: no cluster (kubectl then uses http://localhost:8080). */
  readonly clusterInfo: ClusterInfo | null;
  /** What `exec` has been changed to, and what is changed besides. Absent: nothing. */
  readonly overrides?: RunOverrides;
  /** Release of kubectl to do as, such as `1.29`. Default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
  /** Values in the kubeconfig that are secrets by themselves: token, password, key data, … */
  readonly secrets: readonly string[];
  /** Absolute paths of files that hold such values. */
  readonly secretFiles?: readonly string[];
  /** Where in the kubeconfig it stands. Absent: nowhere, as of any exec block of a version. */
  readonly origin?: Origin;
}

export interface ExecBlock {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly apiVersion: string;
  readonly installHint: string;
  readonly provideClusterInfo: boolean;
  readonly interactiveMode: 'Never' | 'IfAvailable' | 'Always';
}

export interface ClusterInfo {
  readonly server: string;
  readonly tlsServerName: string;
  readonly insecureSkipTlsVerify: boolean;
  /** Absolute path, or empty. */
  readonly certificateAuthority: string;
  /** Base64, or empty. */
  readonly certificateAuthorityData: string;
  readonly proxyUrl: string;
  readonly disableCompression: boolean;
  /** The extension's value as Go marshals it (sorted keys, HTML-escaped); `null` when absent. */
  readonly configJson: string;
}

/** Of a target, where its executable is. */
export function resolveTarget(target: ExecTarget, environment: Environment): ResolvedCommand {
  const { exec, kubeconfigPath, kubernetesVersion } = target;
  const cleans = isReleaseSince(kubernetesVersion, '1.35');
  const command = cleans ? cleanedCommand(exec.command, environment) : exec.command;
  return resolveCommand(command, kubeconfigPath, environment);
}

export interface RunOptions {
  /** The process tree is ended after this long; kubectl itself would wait for ever. */
  readonly timeoutMs: number;
  /** Whether standard input is a terminal that the plugin may use. */
  readonly interactive: boolean;
  /** Whether standard error is one, too: a plugin that has the terminal then writes to it, as under kubectl. Default: no. */
  readonly stderrIsTerminal?: boolean;
  /** More than this on stdout ends the process tree. */
  readonly maxOutputBytes: number;
  readonly signal: AbortSignal;
  /** Told when the plugin asks its user on standard error to log in, in words that hold no known secret. */
  readonly onSignIn?: ((signIn: SignIn) => void) | undefined;
}

export const defaultMaxOutputBytes = 10 * 1024 * 1024;
