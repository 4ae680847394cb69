/** Codes of diagnostics that come from a plugin's last run, not from a rule. */
export const runCodes = ['last-run-rejected', 'last-run-warning'] as const;
