import type { Kubeconfig, UserEntry } from './document/kubeconfig';
import type { RunReport } from './protocol';
import { pluginPolicy } from './rules/kuberc/plugin-policy';
import { policySince } from './rules/kuberc/policy';
import { isSince, kubectlName } from './rules/kubernetes-version';
import { pluginForbidden } from './rules/plugin-forbidden';
import type { RuleContext } from './rules/rule';
import { isPolicyRefusal } from './rules/verdict';
import { withoutUrlPasswords } from './url-passwords';

/** Why kubectl would not come to run the plugin of a context. */
export interface ContextRefusal {
  /** What has to change: the kubeconfig, or the user's kuberc. */
  readonly cause: 'kubeconfig' | 'policy';
  readonly message: string;
  /** `null` where this release of kubectl would say nothing of it. */
  readonly kubectl: string | null;
}

/** Reasons in the report of a run that was not forced, and codes of findings in one that was. */
export const refusedCodes = { kubeconfig: 'kubeconfig-refused', policy: 'policy' } as const;

/** `kubectl`: what it says of the context. Preferences at which it stops are no fault of the context. */
function contextRefusal(
  kubectl: string | null,
  document: Kubeconfig,
  user: UserEntry,
  context: RuleContext,
): ContextRefusal | undefined {
  if (kubectl === null) return preferencesRefusal(context);
  if (isPolicyRefusal(kubectl)) {
    const [found] = pluginForbidden.check(user, document, context);
    return {
      cause: 'policy',
      message: found?.message ?? 'The plugin policy does not allow this plugin.',
      kubectl,
    };
  }
  const message = 'kubectl refuses this context before it runs the plugin. Correct its errors first.';
  return { cause: 'kubeconfig', message, kubectl };
}

function preferencesRefusal(context: RuleContext): ContextRefusal | undefined {
  const policy = pluginPolicy(context);
  if (policy.kind !== 'broken' || !policy.stops) return undefined;
  const message = `kubectl does nothing as long as ${policy.path} is wrong. Correct it first.`;
  return { cause: 'policy', message, kubectl: policy.kubectl };
}

/**
 * All that speaks against running a plugin. The user's plugin policy counts whatever release is simulated, and whatever
 * else kubectl refuses: it is for this machine, and nothing that a folder or a kubeconfig says may switch it off.
 * `judgesOnly`: nothing is to be executed, so only what this release of kubectl does is told.
 */
export function refusalsOf(
  kubectl: string | null,
  document: Kubeconfig,
  user: UserEntry,
  context: RuleContext,
  judgesOnly = false,
): ContextRefusal[] {
  const refusal = contextRefusal(kubectl, document, user, context);
  const known = judgesOnly || refusal?.cause === 'policy';
  const policy = known ? undefined : policyRefusal(document, user, context);
  return [refusal, policy].filter((each) => each !== undefined);
}

function policyRefusal(
  document: Kubeconfig,
  user: UserEntry,
  context: RuleContext,
): ContextRefusal | undefined {
  const knows = isSince(context, policySince);
  const judged = knows ? context : { ...context, kubernetesVersion: undefined };
  const [found] = pluginForbidden.check(user, document, judged);
  const message = found?.message ?? preferencesRefusal(judged)?.message;
  if (message === undefined) return undefined;
  const counts = knows ? '' : ` It counts here, although ${kubectlName(context)} does not know of it.`;
  return { cause: 'policy', message: `${message}${counts}`, kubectl: null };
}

/** What is said first of a run all the same. */
export function refusalFindings(refusals: readonly ContextRefusal[]): RunReport['findings'] {
  return refusals.map(({ cause, kubectl, message }) => {
    const code = refusedCodes[cause];
    if (kubectl === null) return { code, severity: 'warning', message };
    const said = withoutUrlPasswords(kubectl).replace(/\s*\n\s*/g, ' ');
    const refuses = `kubectl refuses this context and would not have run the plugin: ${said}`;
    return { code, severity: 'error', message: refuses };
  });
}
