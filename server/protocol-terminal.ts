/**
 * Has an approved run made ready for a terminal of the user's: `ApprovedRun` to `TerminalLaunch`. The plugin then has a
 * terminal as standard input and standard error, as under kubectl; standard output goes to the server's own program there,
 * which hands the server the report alone. Nothing is run until the terminal is started, within a minute.
 */
export const terminalLaunchRequest = 'kubeconfigExec/terminalLaunch';

export interface TerminalLaunch {
  /** For `TerminalReportParams`. */
  readonly id: string;
  /** The program to start as a terminal's shell, with exactly these arguments. */
  readonly path: string;
  readonly args: readonly string[];
  /** Variables to set besides its own; one of them is good for a single use, and must not be written anywhere. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Waits for the report of a run in a terminal: `TerminalReportParams` to `RunReport`. Cancelling the request ends the
 * process tree.
 */
export const terminalReportRequest = 'kubeconfigExec/terminalReport';

export interface TerminalReportParams {
  readonly id: string;
}
