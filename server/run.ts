import { dirname } from 'node:path';
import { type ContextRefusal, refusalFindings, refusalsOf, refusedCodes } from './context-refusal';
import type { ContextEntry, Kubeconfig, UserEntry } from './document/kubeconfig';
import { type Configuration, fileOf } from './document/merged';
import type { Environment } from './environment';
import { terminalTimeoutSeconds } from './limits';
import {
  type ExecTarget,
  placedBeside,
  placedReport,
  planOf,
  resolveTarget,
  runPlugin,
  shownInput,
  targetOf,
  withOverrides,
} from './plugin';
import type { RunOverrides, RunPlan, RunReport } from './protocol';
import { type Checked, check, checkTogether } from './rules/check';
import { execUnused } from './rules/exec-unused';
import type { RuleContext } from './rules/rule';
import { clusterFor, knownNames, overridesProblem } from './run-overrides';
import { withoutUrlPasswords } from './url-passwords';

/** Which plugin to run, and everything known about it before it runs. */
export type Choice =
  | {
      readonly kind: 'ready';
      readonly target: ExecTarget;
      /** What the rules say of the user, most severe first; shown with the run's own findings. */
      readonly findings: RunReport['findings'];
      /** Whether it is to be run although kubectl refuses the context or the user's kuberc the plugin. */
      readonly forced: boolean;
    }
  | {
      readonly kind: 'refused';
      /** What has to change: the file, the user's kuberc, or what was asked for. */
      readonly cause: ContextRefusal['cause'] | 'selection';
      readonly message: string;
      readonly kubectl: string | null;
      /** There is a plugin all the same, which can be run with `force`. */
      readonly forcible?: boolean;
      readonly user?: string | undefined;
      readonly context?: string | undefined;
    };

export type ReadyChoice = Extract<Choice, { kind: 'ready' }>;

export interface Selection {
  readonly user?: string | undefined;
  readonly context?: string | undefined;
  /** Runs the plugin although kubectl refuses the context. */
  readonly force?: boolean | undefined;
  /** Nothing is to be executed, so only what the release of kubectl does counts. */
  readonly judgesOnly?: boolean | undefined;
  /** Release of kubectl to do as. Default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
  /** What the plugin is told instead. */
  readonly overrides?: RunOverrides | undefined;
}

/**
 * Finds the user and context as kubectl's `--user` and `--context` would, except that a user alone stands
 * for a context that uses it. Asks whether kubectl gets as far as the plugin.
 */
export function choose(configuration: Configuration, selection: Selection, environment: Environment): Choice {
  const { document, path, displayPath, merged } = configuration;
  const { overrides = {} } = selection;
  const kubernetesVersion = overrides.kubernetesVersion ?? selection.kubernetesVersion;
  const checked = merged
    ? checkTogether(merged, { environment, kubernetesVersion })
    : check(document, { environment, directory: dirname(path), kubernetesVersion }, displayPath);
  const found = find(document, selection, checked);
  if ('kind' in found) return found;
  const problem = overridesProblem(overrides, kubernetesVersion, environment);
  if (problem !== undefined) return unfit(problem);
  const { user, context } = found;
  const cluster = clusterFor(document, context, overrides.cluster);
  if (typeof cluster === 'string') return unfit(cluster);
  const { exec } = user.decoded.value?.user ?? {};
  if (!exec) {
    return unfit(`The user "${user.name}" has no exec block, so there is no plugin to run.`);
  }
  const kubectl = checked.refusal(user, cluster);
  const directory = dirname(fileOf(user, configuration).path);
  const machine = { environment, directory, kubernetesVersion };
  const refusals = refusalsOf(kubectl, document, user, machine, selection.judgesOnly);
  const forcible = Boolean(exec.command);
  const [first] = refusals;
  if (first && !(selection.force && forcible)) {
    const message = refusals.map((each) => each.message).join(' ');
    const { cause } = first;
    return { ...refused(message, first.kubectl), cause, forcible, user: user.name, context: context?.name };
  }
  const target = withOverrides(
    targetOf(configuration, user, context, kubernetesVersion, cluster),
    overrides,
    environment.platform,
  );
  const waited = selection.judgesOnly ? undefined : waitedFor(target, directory, environment);
  if (waited !== undefined) return unfit(waited);
  const findings = [...refusalFindings(refusals), ...findingsAbout(user, document, machine)];
  return { kind: 'ready', target, findings, forced: first !== undefined };
}

/** The system would not come back from starting a program on a disk that does not answer. */
function waitedFor(target: ExecTarget, directory: string, environment: Environment): string | undefined {
  const { files } = environment;
  if (!files.withholds) return undefined;
  const silent = [resolveTarget(target, environment).path, directory].find(
    (path) => path !== null && files.withholds?.(path),
  );
  return silent
    ? `${silent} is on a disk that does not answer, so the plugin is not run. Run it again once the disk is there.`
    : undefined;
}

type Judged = Pick<Checked, 'unreadable' | 'refusal' | 'withoutContext'>;

interface Found {
  readonly user: UserEntry;
  readonly context: ContextEntry | undefined;
}

function find(document: Kubeconfig, selection: Selection, checked: Judged): Found | Choice {
  if (checked.unreadable !== null) {
    return refused('kubectl cannot read this file. Correct its errors first.', checked.unreadable);
  }
  const named = selection.context === undefined ? undefined : document.context(selection.context);
  if (selection.context !== undefined && !named) {
    return unfit(`There is no context "${selection.context}". ${knownNames(document.namesOf('contexts'))}`);
  }
  if (selection.user !== undefined) {
    const user = document.user(selection.user);
    if (user) return { user, context: named ?? contextFor(document, user) };
    return unfit(`There is no user "${selection.user}". ${knownNames(document.namesOf('users'))}`);
  }
  return findCurrent(document, named ?? document.context(document.currentContext), checked);
}

/** The user of a context; of a file without one, the only user that there is. */
function findCurrent(
  document: Kubeconfig,
  context: ContextEntry | undefined,
  checked: Judged,
): Found | Choice {
  if (context) {
    const user = document.userOf(context);
    return user
      ? { user, context }
      : unfit(
          `The user of context "${context.name}" does not exist. ${knownNames(document.namesOf('users'))}`,
        );
  }
  if (checked.withoutContext !== null) {
    return refused('The current context does not exist. Name another.', checked.withoutContext);
  }
  const [user, another] = document.users;
  if (user && !another) return { user, context: contextFor(document, user) };
  return unfit(
    `No current-context says which user to run. Name one. ${knownNames(document.namesOf('users'))}`,
  );
}

function contextFor(document: Kubeconfig, user: UserEntry): ContextEntry | undefined {
  const contexts = document.contextsOf(user);
  return contexts.find((context) => context.name === document.currentContext) ?? contexts[0];
}

type Refused = Extract<Choice, { kind: 'refused' }>;

function refused(message: string, kubectl: string | null): Refused {
  return { kind: 'refused', cause: 'kubeconfig', message, kubectl: withoutUrlPasswords(kubectl) };
}

/** Nothing is wrong with the file; it does not have what was asked for. */
function unfit(message: string): Refused {
  return { kind: 'refused', cause: 'selection', message, kubectl: null };
}

/** That kubectl would use something else than the plugin. What depends on the cluster, the run finds itself. */
function findingsAbout(user: UserEntry, document: Kubeconfig, machine: RuleContext): RunReport['findings'] {
  const { code, severity } = execUnused;
  return [...execUnused.check(user, document, machine)].map(({ message }) => ({ code, severity, message }));
}

/** What the user is asked to approve; `isCurrent` asks at the last moment whether it still is what would be run. */
export async function plan(
  choice: Choice,
  environment: Environment,
  timeoutSeconds: number,
): Promise<{ readonly plan: RunPlan; isCurrent(): boolean }> {
  if (choice.kind === 'refused') {
    const { message, kubectl, forcible = false } = choice;
    return { plan: { kind: 'refused', message, kubectl, forcible }, isCurrent: () => false };
  }
  const { target, forced } = choice;
  const planned = await planOf(target, environment, forced);
  const { user, context, overrides } = target;
  const { terminal } = planned.plan;
  const hasTerminal = terminal === 'needed' || (terminal === 'possible' && overrides?.interactive === true);
  const seconds = hasTerminal ? Math.max(timeoutSeconds, terminalTimeoutSeconds) : timeoutSeconds;
  return {
    ...planned,
    plan: { kind: 'ready', user, context, ...planned.plan, forced, timeoutSeconds: seconds },
  };
}

/** What the plugin would be sent, masked; `null` when it can't be told. `terminal`: whether there is one. */
export function inputOf({ target }: ReadyChoice, environment: Environment, terminal: boolean) {
  return shownInput(target, environment, terminal);
}

/** Runs the plugin. The rules' findings come first: they may say that kubectl would not run it. */
export async function run(
  choice: ReadyChoice,
  environment: Environment,
  options: Parameters<typeof runPlugin>[2],
): Promise<RunReport> {
  return withFindings(choice, await runPlugin(choice.target, environment, options));
}

/** A report of it that was made where nothing but its target is known. */
export function completed(choice: ReadyChoice, report: RunReport, environment: Environment): RunReport {
  return withFindings(choice, placedReport(choice.target, report, environment));
}

/** The same choice, told something else. */
export function overridden(choice: ReadyChoice, overrides: RunOverrides): ReadyChoice {
  return { ...choice, target: withOverrides(choice.target, overrides) };
}

/** A report of a choice with what the rules say of it. */
export function withFindings(choice: ReadyChoice, report: RunReport): RunReport {
  const codes = new Set(choice.findings.map((finding) => finding.code));
  const own = report.findings.filter((finding) => !codes.has(finding.code));
  const forced = Object.values(refusedCodes).some((code) => codes.has(code)) && report.verdict === 'accepted';
  const summary = forced
    ? 'kubectl would use this credential if it did not refuse the context.'
    : report.summary;
  return { ...report, summary, findings: [...placedBeside(choice.findings, choice.target, report), ...own] };
}
