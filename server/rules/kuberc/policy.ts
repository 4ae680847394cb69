import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import type { AllowlistEntry } from '../../schema';
import { isSince } from '../kubernetes-version';
import type { RuleContext } from '../rule';

/** What a kuberc says about credential plugins. */
export interface PolicyFields {
  /** The empty string when it says nothing, which allows all. */
  readonly policy: string;
  /** `undefined`: there is no list, which is something else than an empty one. */
  readonly list: readonly Entry<AllowlistEntry>[] | undefined;
}

/** The first release of kubectl that knows of it. */
export const policySince = '1.35';

/** `undefined` where the judged kubectl does not look, and where the types are wrong. */
export function policyFieldsOf(document: LocatedDocument, context: RuleContext): PolicyFields | undefined {
  if (!isSince(context, policySince)) return undefined;
  const policy = document.entry<string>('credentialPluginPolicy');
  const field = document.field('credentialPluginAllowlist');
  const faulty = [policy, ...(field?.entries ?? [])].some((entry) => entry?.decoded.faults.length);
  if (faulty || document.field('credentialPluginPolicy')?.list) return undefined;
  return {
    policy: policy?.decoded.value ?? '',
    list: field?.list ? (field.entries as readonly Entry<AllowlistEntry>[]) : undefined,
  };
}

/** What an item of the allowlist allows: `command` since 1.36, or `name`. */
export function allowedBy({ decoded }: Entry<AllowlistEntry>, context: RuleContext): string {
  const { command = '', name = '' } = decoded.value ?? {};
  return isSince(context, '1.36') ? command || name : name;
}

/** The field that an item is to be written in. */
export function allowlistField(context: RuleContext): 'command' | 'name' {
  return isSince(context, '1.36') ? 'command' : 'name';
}
