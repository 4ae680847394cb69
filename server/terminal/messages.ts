import type { ExecTarget } from '../plugin';
import type { RunReport } from '../protocol';

/** Name of the variable with the channel's secret: arguments can be seen by every user of a machine. */
export const secretVariable = 'KUBECONFIG_EXEC_TERMINAL_SECRET';

/** Name of the command that runs a plugin inside of a terminal, for the server alone. */
export const terminalCommand = 'run-in-terminal';

/** The first line, into the channel. */
export interface Greeting {
  /** The terminal's half. */
  readonly secret: string;
}

/** What to run. It holds all that the kubeconfig holds, so it goes nowhere but through the channel. */
export interface Job {
  /** The server's half of the secret. */
  readonly proof: string;
  readonly target: Omit<ExecTarget, 'origin'>;
  readonly forced: boolean;
  /** Of what the user has said yes to. */
  readonly approvalId: string;
  /** The environment that it was approved in: that of the terminal may find another program. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly timeoutMs: number;
}

/** What came of it: the last line. Whatever else comes from the server, or its end, ends the run. */
export type Outcome = { readonly report: RunReport } | { readonly refusal: string };
