import { refusedCodes } from './context-refusal';
import type { Kubeconfig, UserEntry } from './document/kubeconfig';
import { label } from './features/navigation/plain-text';
import type { KeptRun } from './kept-run';
import { pathInUser } from './plugin/finding-places';
import type { ReportFinding, RunReport } from './protocol';
import type { Diagnostic } from './rules/check';
import { ruleCodes } from './rules/index';
import type { Levels } from './rules/levels';
import { valueAt } from './rules/places';
import type { runCodes } from './rules/run-codes';
import { silencer } from './rules/silenced';
import { pluginLink } from './schema/links';

/** Rules that have said already what a run is rejected or warned for, by that. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  'api-version-mismatch': ['plugin-answers-other-version'],
  'bad-stdout-syntax': ['plugin-output-unreadable', 'plugin-output-unset'],
  'ca-unreadable': ['certificate-authority-unreadable'],
  'cannot-start': ['command-interpreter-not-found', 'command-not-startable', 'command-other-system'],
  'no-terminal': ['interactive-mode-always', 'login-needs-terminal'],
  'not-executable': ['command-not-executable', 'command-not-startable'],
  'not-found': ['command-line-in-command', 'command-missing', 'command-not-expanded', 'command-not-found'],
  'plain-http-server': ['exec-unused-for-http'],
};

/** What the last runs say beyond the rules, as long as the exec blocks are what was run. */
export function lastRunDiagnostics(
  document: Kubeconfig,
  runsOf: (user: UserEntry) => readonly KeptRun[],
  said: readonly Diagnostic[],
  levels: Levels | undefined,
): readonly Diagnostic[] {
  const isSilenced = silencer(document);
  return document.users.flatMap((user) =>
    runsOf(user)
      .flatMap((run) => diagnosticsOf(run, user, document, said))
      .flatMap((found) => {
        const level = levels?.get(found.code);
        if (level === 'off' || isSilenced(found.code, found.start)) return [];
        return [level ? { ...found, severity: level } : found];
      }),
  );
}

function diagnosticsOf(
  { report, context }: KeptRun,
  user: UserEntry,
  document: Kubeconfig,
  said: readonly Diagnostic[],
): Diagnostic[] {
  const several = context !== null && document.contextsOf(user).length > 1;
  const where = several ? `Last run, for context "${label(context)}": ` : 'Last run: ';
  const isNews = (code: string) =>
    !said.some((each) => saidBy[code]?.includes(each.code) && touches(each, user));
  const { reason } = report;
  const rejection =
    reason !== null && isNews(reason)
      ? [
          diagnostic(
            'last-run-rejected',
            reason,
            severityOf(report),
            where + rejectionText(report),
            user,
            report.kubectl,
          ),
        ]
      : [];
  const warnings = report.findings
    .filter(
      ({ code, severity }) => severity === 'warning' && code !== reason && isOfRun(code) && isNews(code),
    )
    .map(({ code, message }) => diagnostic('last-run-warning', code, 'warning', where + message, user));
  return [...rejection, ...warnings];
}

/** kubectl refuses nothing because of a time limit of ours, or because there is no terminal here. */
function severityOf({ kubectl, reason }: RunReport): Diagnostic['severity'] {
  if (reason === 'no-terminal') return 'information';
  return kubectl === null ? 'warning' : 'error';
}

/** What happened, and what helps best: what is known of this plugin's errors, else of the reason in general. */
function rejectionText({ summary, reason, findings }: RunReport): string {
  const hints = findings.filter(({ severity }) => severity === 'information');
  const general = findings.filter(({ code }) => code === reason);
  const help = hints.length > 0 ? hints : general;
  return [summary, ...help.map(({ message }) => message)].join(' ');
}

/** Not of a rule, which speaks for itself. */
function isOfRun(code: ReportFinding['code']): boolean {
  const refused: readonly string[] = Object.values(refusedCodes);
  return !ruleCodes.has(code) && !refused.includes(code);
}

function touches({ code, start, end }: Diagnostic, { base, node }: UserEntry): boolean {
  // It stands in the cluster.
  if (code.startsWith('certificate-authority')) return true;
  return start <= base + node.end && base + node.start <= end;
}

/** `about`: what of the run. */
function diagnostic(
  code: (typeof runCodes)[number],
  about: string,
  severity: Diagnostic['severity'],
  message: string,
  user: UserEntry,
  kubectl: string | null = null,
): Diagnostic {
  const { start, end } = valueAt(user, ...pathInUser(about));
  const place = { start: user.base + start, end: user.base + end };
  return {
    code,
    severity,
    message,
    ...place,
    kubectl: kubectl?.trimEnd() ?? null,
    link: pluginLink,
    fixes: () => [],
  };
}
