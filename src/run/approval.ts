import { overrideWords } from '../../server/describe-report';
import type { ProgramFile, RunPlan } from '../../server/protocol';

export type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

/** A plugin that the user has allowed on this machine. Holds no secret: the plan's values are masked. */
export interface Approval {
  /** The server's approval id. */
  readonly id: string;
  /** Path of the kubeconfig. */
  readonly kubeconfig: string;
  readonly user: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly envNames: readonly string[];
  readonly files: readonly ProgramFile[];
  readonly forced: boolean;
  /** The variables and the folder that it has in place of its own. Absent: it has its own. */
  readonly instead?: string;
  /** RFC 3339, UTC. */
  readonly approvedAt: string;
}

/** `now`: milliseconds since the epoch. */
export function approvalOf(plan: ReadyPlan, now: number): Approval {
  const { approvalId: id, kubeconfigPath: kubeconfig, user, args, envNames, files, forced } = plan;
  const approvedAt = new Date(now).toISOString();
  const instead = insteadOf(plan);
  const approval = {
    id,
    kubeconfig,
    user,
    program: programOf(plan),
    args,
    envNames,
    files,
    forced,
    approvedAt,
  };
  return instead === '' ? approval : { ...approval, instead };
}

/** The question's text. `before`: what was approved in its place, if anything was. */
export function questionDetail(plan: ReadyPlan, before: Approval | undefined): string {
  const { resolvedPath, args, envNames, user, context, timeoutSeconds, forced, kubeconfigPath } = plan;
  const program = programOf(plan);
  const instead = insteadOf(plan);
  const folder = plan.files.find(({ role }) => role === 'folder')?.path;
  const lines = [
    ...(before ? [`Changed since you approved it on ${dayOf(before)}: ${changes(plan, before)}.`, ''] : []),
    `Program: ${resolvedPath === null ? `${program} (not found)` : program}`,
    `Arguments: ${args.length > 0 ? args.join(' ') : 'none'}`,
    ...(envNames.length > 0 ? [`Variables: ${envNames.join(', ')}`] : []),
    `User: ${user}${context === null ? '' : `, context: ${context}`}`,
    `Kubeconfig: ${kubeconfigPath}`,
    ...(folder === undefined ? [] : [`Folder: ${folder}`]),
    ...(instead === '' ? [] : [`For this run: ${instead}`]),
    ...(forced ? ['kubectl itself would refuse to run it.'] : []),
    '',
    `It runs on this machine with your rights, for ${timeoutSeconds} s at most. You are asked again when the program, its arguments or its variables change.`,
  ];
  return lines.map(oneLine).join('\n');
}

/** What stands for a plan among the approvals: the last of the same user and kubeconfig, else of the same command. */
export function lastFor(approvals: readonly Approval[], plan: ReadyPlan): Approval | undefined {
  const { user, kubeconfigPath, args } = plan;
  return (
    approvals.findLast((known) => known.kubeconfig === kubeconfigPath && known.user === user) ??
    approvals.findLast((known) => known.program === programOf(plan) && isSame(known.args, args))
  );
}

/** In the time of this machine. */
export function dayOf({ approvedAt }: Approval): string {
  const at = new Date(approvedAt);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function programOf({ resolvedPath, command }: ReadyPlan): string {
  return resolvedPath ?? command;
}

/** What is overridden and decides what is executed. */
function insteadOf({ overrides = {} }: ReadyPlan): string {
  return overrideWords({ env: overrides.env, cwd: overrides.cwd }).join(', ');
}

const roles = {
  program: 'the program itself',
  interpreter: 'the interpreter that runs it',
  script: 'a script or program that it is to run',
  folder: 'the folder that it runs in',
} as const satisfies Record<ProgramFile['role'], string>;

/** What is another now. What can't be seen has changed if nothing else has. */
function changes(plan: ReadyPlan, before: Approval): string {
  const program = programOf(plan);
  const found = [
    program !== before.program && `the program (it was ${before.program})`,
    ...Object.entries(roles).map(([role, words]) => {
      const of = (files: readonly ProgramFile[]) => files.filter((file) => file.role === role);
      return program === before.program && !isSame(of(plan.files), of(before.files)) && words;
    }),
    !isSame(plan.args, before.args) && 'its arguments',
    !isSame(plan.envNames, before.envNames) && 'its variables',
    insteadOf(plan) !== (before.instead ?? '') && 'what it has for this run',
    plan.kubeconfigPath !== before.kubeconfig && `the kubeconfig (it was ${before.kubeconfig})`,
    plan.forced && !before.forced && 'kubectl would refuse to run it',
  ].filter((text) => text !== false);
  return found.length > 0 ? found.join(', ') : 'the hidden value of an argument or a variable';
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** What a stranger's kubeconfig says must not look like lines of this question, nor hide or reorder them. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}
