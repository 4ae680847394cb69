import type { RunPlan } from '../../server/protocol';

export type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

/** A plugin that the user has allowed on this machine. Holds no secret: the plan's values are masked. */
export interface Approval {
  /** The server's approval id: of the executable's path and content, args, variables and kubeconfig. */
  readonly id: string;
  /** Path of the kubeconfig. */
  readonly kubeconfig: string;
  readonly user: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly envNames: readonly string[];
  /** RFC 3339, UTC. */
  readonly approvedAt: string;
}

/** `now`: milliseconds since the epoch. */
export function approvalOf(plan: ReadyPlan, kubeconfig: string, now: number): Approval {
  const { approvalId: id, user, args, envNames } = plan;
  return {
    id,
    kubeconfig,
    user,
    program: programOf(plan),
    args,
    envNames,
    approvedAt: new Date(now).toISOString(),
  };
}

/** The question's text. `before`: what was approved for the same user, if anything was. */
export function questionDetail(plan: ReadyPlan, before: Approval | undefined): string {
  const { resolvedPath, args, envNames, user, context, timeoutSeconds } = plan;
  const program = programOf(plan);
  const lines = [
    ...(before ? [`${whatChanged(plan, before)} since you approved it on ${dayOf(before)}.`, ''] : []),
    `Program: ${resolvedPath === null ? `${program} (not found)` : program}`,
    `Arguments: ${args.length > 0 ? args.join(' ') : 'none'}`,
    ...(envNames.length > 0 ? [`Variables: ${envNames.join(', ')}`] : []),
    `User: ${user}${context === null ? '' : `, context: ${context}`}`,
    '',
    `It runs on this machine with your rights, for ${timeoutSeconds} s at most. You are asked again when the program, its arguments or its variables change.`,
  ];
  return lines.map(oneLine).join('\n');
}

/** The last approval for the same user of the same kubeconfig. */
export function lastFor(
  approvals: readonly Approval[],
  { user }: ReadyPlan,
  kubeconfig: string,
): Approval | undefined {
  return approvals.findLast((known) => known.kubeconfig === kubeconfig && known.user === user);
}

export function dayOf({ approvedAt }: Approval): string {
  return approvedAt.slice(0, 10);
}

function programOf({ resolvedPath, command }: ReadyPlan): string {
  return resolvedPath ?? command;
}

/** What can't be told from names and masked values is the program's content or a hidden value. */
function whatChanged(plan: ReadyPlan, before: Approval): string {
  if (programOf(plan) !== before.program) return `The program is another (it was ${before.program})`;
  if (!sameTexts(plan.args, before.args)) return 'Its arguments have changed';
  if (!sameTexts(plan.envNames, before.envNames)) return 'Its variables have changed';
  return 'The program itself or the value of an argument or a variable has changed';
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** What a stranger's kubeconfig says must not look like lines of this question, nor hide or reorder them. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}
