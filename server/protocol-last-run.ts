/** How the last run of a user's plugin for a context has ended, in words without secrets. */
export interface LastRun {
  /** `stopped` and `unjudged`: there is no verdict, as at a time limit, or as there was too much to judge. */
  readonly verdict: 'accepted' | 'rejected' | 'stopped' | 'unjudged';
  /** In a few words why it was not accepted, such as `exit status 1`, or what speaks against it all the same. */
  readonly why: string | null;
  /** One plain sentence. */
  readonly summary: string;
  /** RFC 3339, UTC. */
  readonly endedAt: string;
  /** RFC 3339, UTC; `null`: the credential states no time. */
  readonly expiresAt: string | null;
}

/**
 * The plugin of the current context: `PluginStatusParams` to `PluginStatus`, or `null` if its user has no exec block.
 * Nothing is executed.
 */
export const pluginStatusRequest = 'kubeconfigExec/pluginStatus';

export interface PluginStatusParams {
  readonly uri: string;
}

export interface PluginStatus {
  readonly context: string;
  readonly user: string;
  /** The known plugin's id, such as `aws`, else the name of the command; masked where it may hold a secret. */
  readonly plugin: string;
  /** `null`: there was none in this session, or the exec block has changed since. */
  readonly lastRun: LastRun | null;
}

/**
 * Command of a lens that tells how the last run has ended: shows its report again. Its only argument is a
 * `RunSelection`. A client without it in `commands` is shown the words alone.
 */
export const showResultCommand = 'kubeconfigExec.showResult';
