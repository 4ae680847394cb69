import { dirname } from 'node:path';
import type { ContextEntry, Kubeconfig, UserEntry } from './document/kubeconfig';
import type { Environment } from './environment';
import { type ExecTarget, planOf, runPlugin, targetOf } from './plugin';
import type { RunPlan, RunReport } from './protocol';
import { type Checked, check } from './rules/check';

/** Which plugin to run, and everything known about it before it runs. */
export type Choice =
  | {
      readonly kind: 'ready';
      readonly target: ExecTarget;
      /** What the rules say of the user, most severe first; shown with the run's own findings. */
      readonly findings: RunReport['findings'];
    }
  | { readonly kind: 'refused'; readonly message: string; readonly kubectl: string | null };

export interface Selection {
  readonly user?: string | undefined;
  readonly context?: string | undefined;
}

/** Finds the user and context as kubectl's `--user` and `--context` would, and asks whether kubectl gets that far. */
export function choose(
  document: Kubeconfig,
  selection: Selection,
  path: string,
  environment: Environment,
  displayPath = path,
): Choice {
  const checked = check(document, { environment, directory: dirname(path) }, displayPath);
  const unreadable = checked.contexts.find((context) =>
    context.kubectl?.includes('error loading config file'),
  );
  if (unreadable)
    return refused('kubectl cannot read this file. Correct its errors first.', unreadable.kubectl);
  const found = find(document, selection);
  if ('kind' in found) return found;
  const { user, context } = found;
  if (!user.decoded.value?.user?.exec) {
    return refused(`The user "${user.name}" has no exec block, so there is no plugin to run.`, null);
  }
  const verdict = checked.contexts.find((candidate) => candidate.name === context?.name);
  if (verdict && !verdict.accepted) {
    return refused(
      'kubectl refuses this context before it runs the plugin. Correct its errors first.',
      verdict.kubectl,
    );
  }
  const target = targetOf(document, user, context, path);
  return { kind: 'ready', target, findings: findingsAbout(user, checked) };
}

function find(
  document: Kubeconfig,
  selection: Selection,
): { user: UserEntry; context: ContextEntry | undefined } | Choice {
  const named = selection.context === undefined ? undefined : document.context(selection.context);
  if (selection.context !== undefined && !named) {
    const message = `There is no context "${selection.context}". ${known(document.contexts)}`;
    return refused(message, `error: context "${selection.context}" does not exist`);
  }
  if (selection.user !== undefined) {
    const user = document.user(selection.user);
    if (user) return { user, context: named ?? contextFor(document, user) };
    const message = `There is no user "${selection.user}". ${known(document.users)}`;
    return refused(message, `error: auth info "${selection.user}" does not exist`);
  }
  const context = named ?? document.context(document.currentContext);
  const only = document.users.length === 1 ? document.users[0] : undefined;
  const user = context ? document.user(context.decoded.value?.context?.user ?? '') : only;
  if (user) return { user, context: context ?? contextFor(document, user) };
  if (context)
    return refused(`The user of context "${context.name}" does not exist. ${known(document.users)}`, null);
  return refused(`No current-context says which user to run. Name one. ${known(document.users)}`, null);
}

function contextFor(document: Kubeconfig, user: UserEntry): ContextEntry | undefined {
  const contexts = document.contextsOf(user);
  return contexts.find((context) => context.name === document.currentContext) ?? contexts[0];
}

function known(entries: readonly { readonly name: string }[]): string {
  if (entries.length === 0) return 'The file has none.';
  const names = entries.slice(0, 8).map((entry) => `"${entry.name}"`);
  return `Known: ${names.join(', ')}${entries.length > names.length ? ', …' : ''}.`;
}

function refused(message: string, kubectl: string | null): Choice {
  return { kind: 'refused', message, kubectl };
}

/** Only what changes how the run is to be read: kubectl would not have run the plugin at all. */
function findingsAbout(user: UserEntry, checked: Checked): RunReport['findings'] {
  const start = user.base + user.node.start;
  const end = user.base + user.node.end;
  return checked.diagnostics
    .filter(({ code, start: at }) => code.startsWith('exec-unused') && at >= start && at < end)
    .map(({ code, severity, message }) => ({ code, severity, message }));
}

/** What the user is asked to approve. */
export function plan(choice: Choice, environment: Environment, timeoutSeconds: number): RunPlan {
  if (choice.kind === 'refused') return choice;
  const { target } = choice;
  return {
    kind: 'ready',
    user: target.user,
    context: target.context,
    ...planOf(target, environment),
    timeoutSeconds,
  };
}

/** Runs the plugin. The rules' findings come first: they may say that kubectl would not run it. */
export async function run(
  choice: Extract<Choice, { kind: 'ready' }>,
  environment: Environment,
  options: Parameters<typeof runPlugin>[2],
): Promise<RunReport> {
  const report = await runPlugin(choice.target, environment, options);
  const codes = new Set(choice.findings.map((finding) => finding.code));
  const own = report.findings.filter((finding) => !codes.has(finding.code));
  return { ...report, findings: [...choice.findings, ...own] };
}
