/** Notification, server to client: a plugin waits for its user to log in somewhere. Sent to a client that `showsSignIns`. */
export const signInNotification = 'kubeconfigExec/signIn';

export interface SignInParams {
  /** For `SignInUrlParams` and `SignInOverParams`. */
  readonly id: string;
  /** The kubeconfig. */
  readonly uri: string;
  /** Masked where it holds a secret. */
  readonly user: string;
  /** Where to log in: the host, with the port if there is one; `http://` before it if the way is not encrypted. */
  readonly host: string;
  /** What to enter there; at most 11 characters. */
  readonly code: string | null;
}

/**
 * Where to log in, once the user wants to go there: `SignInUrlParams` to `SignInUrl`. Refused when the plugin does not
 * wait any more. The address is the plugin's: what follows the host may be anything that is not known to be secret.
 */
export const signInUrlRequest = 'kubeconfigExec/signInUrl';

export interface SignInUrlParams {
  readonly id: string;
}

export interface SignInUrl {
  /** http or https, without a user or password in it. */
  readonly url: string;
}

/** Answered with `null` once the plugin does not wait for a log-in any more: `SignInOverParams` to `null`. */
export const signInOverRequest = 'kubeconfigExec/signInOver';

export interface SignInOverParams {
  readonly id: string;
}
