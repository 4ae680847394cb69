/**
 * The requests that LSP has no word for, typed once for server and clients. This module imports
 * nothing but types, so that a client may bundle it. No type in it can hold a token, a private key or the raw
 * output of a plugin: what is not here does not cross the wire.
 *
 * Parameters go by name. What can't be done is answered with `RequestFailed` and a message for the user;
 * parameters that are malformed with `InvalidParams`.
 */

import type { LastRun } from './protocol-last-run';
import type { ProgramFile } from './protocol-plan';
import type { ExecInfo, RunOverrides } from './protocol-report';

export * from './protocol-last-run';
export type * from './protocol-plan';
export type * from './protocol-report';
export * from './protocol-sign-in';
export * from './protocol-terminal';

/** Sent in `initialize` as `initializationOptions`. Every field may be left out. */
export interface InitializationOptions {
  /** Whether the user trusts the workspace. Without it nothing is executed. Default: false. */
  readonly trusted?: boolean;
  readonly settings?: Settings;
  /** Commands that the client carries out. Code lenses are sent only for those in it. Default: none. */
  readonly commands?: readonly string[];
  /** Whether the client sends `windowFocused`. Else, and if it can't watch files, they are looked at again every few seconds. */
  readonly tellsFocus?: boolean;
  /** Whether the client takes `signInNotification`. Else the server tells the user by LSP's means. Default: false. */
  readonly showsSignIns?: boolean;
}

/** The server's part of the settings; also sent in `workspace/didChangeConfiguration` as `settings`. */
export interface Settings {
  /**
   * Paths of the files that kubectl merges, in order; a relative one counts from the server's working folder.
   * Default: those of the environment variable KUBECONFIG.
   */
  readonly kubeconfig?: readonly string[];
  /** Release of kubectl to judge for and to do as, such as `1.29`. Default: the newest known. */
  readonly kubernetesVersion?: string;
  /** What single folders have instead, by their URI. */
  readonly folders?: readonly { readonly uri: string; readonly kubernetesVersion: string }[];
  /** What single rules are shown with instead of their own severity, by code. */
  readonly rules?: Readonly<Record<string, 'off' | 'error' | 'warning' | 'information' | 'hint'>>;
  /** Megabytes (2^20 characters) of a text above which it is not checked. Default: 20. */
  readonly maxFileSize?: number;
  readonly run?: {
    /** Whole seconds after which the plugin's process tree is ended; in a terminal 600 at least. Default: 60. */
    readonly timeoutSeconds?: number;
  };
}

/** Notification, client to server: the user has granted trust. It is never taken back in a session. */
export const trustGranted = 'kubeconfigExec/trustGranted';

/** Notification, client to server: the user is back, and may have changed files or installed a plugin. */
export const windowFocused = 'kubeconfigExec/windowFocused';

/**
 * Command of the code lens on an exec block. Its only argument is a `RunSelection`. For a client without it in
 * `commands`, `workspace/executeCommand` does it: it takes a `RunRequest`, asks with `window/showMessageRequest`
 * before the first run of each command, and answers with the `RunReport`, or `null` if the user says no.
 */
export const runCommand = 'kubeconfigExec.run';

/** Which users of a document have a plugin to run: `RunTargetsParams` to `RunTarget[]`. */
export const runTargetsRequest = 'kubeconfigExec/runTargets';

export interface RunTargetsParams {
  readonly uri: string;
  /** The cursor. It decides which target comes first. */
  readonly position?: Position;
}

/** A user with an exec block, and the context (with its cluster) that it would be run for. */
export interface RunTarget {
  readonly user: string;
  /** `null` when no context uses the user: there is no cluster to tell the plugin about. */
  readonly context: string | null;
  readonly cluster: string | null;
  /** Masked where it may hold a secret; for display only. */
  readonly commandLine: string;
  /** Whether the context is the file's current-context. */
  readonly current: boolean;
  /** Whether the cursor is in the user, in the context or in the context's cluster. */
  readonly atCursor: boolean;
  /** Of the exec block with its key. */
  readonly range?: Range;
  /** Absent: there was none in this session, or the exec block has changed since. */
  readonly lastRun?: LastRun;
}

export interface RunSelection {
  readonly uri: string;
  readonly user?: string;
  readonly context?: string;
}

/** What there is to choose from in place of what the kubeconfig says: `RunSelection` to `RunChoices`. */
export const runChoicesRequest = 'kubeconfigExec/runChoices';

/** Resolves without executing: `RunRequest` to `RunPlan`. Shown to the user before the first run. */
export const prepareRunRequest = 'kubeconfigExec/prepareRun';

export interface RunRequest {
  readonly uri: string;
  /** Default: the user of the context. */
  readonly user?: string | undefined;
  /** Default: the current context, else the first one with that user. */
  readonly context?: string | undefined;
  /** Runs the plugin although kubectl refuses the context. Default: false. */
  readonly force?: boolean | undefined;
  /** What the plugin is to have instead. Other variables or another folder need an approval of their own. */
  readonly overrides?: RunOverrides | undefined;
}

export type RunPlan =
  | {
      readonly kind: 'ready';
      readonly user: string;
      readonly context: string | null;
      readonly command: string;
      /** Absolute path of the executable; `null` when it can't be found (running then explains it). */
      readonly resolvedPath: string | null;
      /** Secrets masked. */
      readonly args: readonly string[];
      /** Names only. */
      readonly envNames: readonly string[];
      /** Absolute path, masked where it holds a secret. */
      readonly kubeconfigPath: string;
      /** The files that become code, the executable first. */
      readonly files: readonly ProgramFile[];
      /**
       * Changes when anything does that decides what is executed: the kubeconfig's path, the command, what is in these
       * files, an argument, an env entry, what is overridden but for what the plugin is told, and whether it is forced.
       */
      readonly approvalId: string;
      /** Whether kubectl would refuse to run it. */
      readonly forced: boolean;
      /** What the plugin would be sent, masked as in a report; `null` when it can't be told. */
      readonly execInfo: ExecInfo | null;
      /** Absolute path of the folder that it runs in, masked where it holds a secret. */
      readonly cwd: string;
      /** Whether the plugin is given a terminal where there is one, and whether it is refused without. */
      readonly terminal: 'never' | 'possible' | 'needed';
      /** What was asked for instead; values as in a report. Absent: nothing. */
      readonly overrides?: RunOverrides;
      /** Whole seconds after which it is ended. */
      readonly timeoutSeconds: number;
    }
  | {
      /** There is nothing to run, or kubectl would refuse before running it. */
      readonly kind: 'refused';
      /** Plain words, with the next step. */
      readonly message: string;
      /** What kubectl prints, if kubectl refuses. */
      readonly kubectl: string | null;
      /** There is a plugin all the same: ask again with `force` to run it. */
      readonly forcible: boolean;
    };

/** Runs the plugin: `ApprovedRun` to `RunReport`. Cancelling the request ends the process tree. */
export const runRequest = 'kubeconfigExec/run';

export interface ApprovedRun extends RunRequest {
  /** From the plan that the user approved. The server refuses when it no longer fits the document. */
  readonly approvalId: string;
}

/** Works out a fix for the document as it is now: `FixRequest` to `FixEdit[]`. */
export const fixRequest = 'kubeconfigExec/fix';

/** LSP's `TextEdit`. */
export interface FixEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Zero-based, UTF-16. */
interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface FixRequest {
  readonly uri: string;
  readonly user: string;
  readonly apiVersion: string;
}

/** Command of the code lens on an ExecCredential. Its only argument is a `JudgeSelection`. */
export const judgeCommand = 'kubeconfigExec.judge';

export interface JudgeSelection {
  readonly uri: string;
}

/**
 * The exec blocks that an open ExecCredential may be the answer for, those of its version first:
 * `JudgeSelection` to `JudgeTarget[]`. They are those of open kubeconfigs and of KUBECONFIG; none without trust.
 */
export const judgeTargetsRequest = 'kubeconfigExec/judgeTargets';

export interface JudgeTarget {
  /** URI of the file with the exec block. */
  readonly kubeconfig: string;
  /** That file as it is shown. */
  readonly path: string;
  readonly user: string;
  readonly context: string | null;
  readonly apiVersion: string;
  /** Masked where it may hold a secret; for display only. */
  readonly commandLine: string;
}

/**
 * Judges an open ExecCredential as if a plugin had printed it: `JudgeRequest` to `RunReport`. Nothing is
 * executed.
 */
export const judgeRequest = 'kubeconfigExec/judge';

export interface JudgeRequest extends JudgeSelection {
  /** The exec block to judge for. Default: any of `apiVersion`. */
  readonly target?: { readonly kubeconfig: string; readonly user: string; readonly context?: string };
  /** `client.authentication.k8s.io/…`. Default: `client.authentication.k8s.io/v1`. */
  readonly apiVersion?: string;
}

/**
 * What Node.js is told about memory where the server is started. What a key press leaves is dead at once, so a small room
 * for what is young is as fast as a large one; and V8 collects earlier where it may have less. `maxFileSize`: megabytes,
 * of which each took 27 at most in `npm run bench`.
 */
export function memoryFlags(maxFileSize = 20): string[] {
  return ['--max-semi-space-size=2', `--max-old-space-size=${Math.max(1024, 40 * maxFileSize)}`];
}
