import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { setValue } from '../../edits/set-value';
import { cleanPath } from '../../go/path';
import { goQuote } from '../../go/quote';
import type { AllowlistEntry } from '../../schema';
import { fix } from '../fixes/fix';
import { emptyItemFixes, missingListFixes, policyFixes, unusedListFixes } from '../fixes/kuberc';
import { fieldKey, fieldValue, keyAt, valueAt } from '../places';
import type { RuleContext } from '../rule';
import type { KubercFault } from './faults';
import { allowedBy, allowlistField, policyFieldsOf } from './policy';

const [policyField, listField] = ['credentialPluginPolicy', 'credentialPluginAllowlist'] as const;
const policies = ['AllowAll', 'DenyAll', 'Allowlist'];

/** What client-go finds wrong with the policy on credential plugins (`ValidatePluginPolicy`). */
export function* policyFaults(document: LocatedDocument, context: RuleContext): Generator<KubercFault> {
  const fields = policyFieldsOf(document, context);
  if (!fields) return;
  const { policy, list } = fields;
  if (policy !== '' && !policies.includes(policy)) yield unknownPolicy(policy, document, list !== undefined);
  else if (policy !== 'Allowlist' && list) yield unusedList(policy, document, isUsable(list, context));
  else if (policy === 'Allowlist' && !list?.length) yield missingList(list !== undefined, document);
  else if (policy === 'Allowlist') {
    for (const [index, entry] of (list ?? []).entries()) yield* entryFaults(document, entry, index, context);
  }
}

function unknownPolicy(policy: string, document: LocatedDocument, listed: boolean): KubercFault {
  const meant = policies.find((known) => known.toLowerCase() === policy.trim().toLowerCase());
  const message = meant
    ? `Case and spaces matter. Write ${meant}.`
    : 'There is no such policy, so kubectl does nothing at all. Write AllowAll, DenyAll or Allowlist.';
  const kubectl = `unknown plugin policy: ${goQuote(policy)}`;
  return {
    code: 'plugin-policy-unknown',
    finding: {
      ...fieldValue(document, policyField),
      message,
      kubectl,
      fixes: () => policyFixes(document, meant, listed ? ['Allowlist'] : ['DenyAll', 'AllowAll']),
    },
  };
}

/** Whether kubectl takes all of a list. */
function isUsable(list: readonly Entry<AllowlistEntry>[], context: RuleContext): boolean {
  return list.length > 0 && list.every((entry) => isNormal(allowedBy(entry, context), context));
}

function isNormal(allowed: string, { environment }: RuleContext): boolean {
  return allowed !== '' && cleanPath(allowed, environment?.platform ?? 'linux') === allowed;
}

function unusedList(policy: string, document: LocatedDocument, usable: boolean): KubercFault {
  const message = `With this list the policy has to be Allowlist, else kubectl does nothing at all. ${
    policy === '' ? `Add "${policyField}" with Allowlist` : `Write Allowlist in "${policyField}"`
  }, or remove the list.`;
  const kubectl = `misconfigured credential plugin allowlist: plugin policy is ${goQuote(policy)} but allowlist is non-nil`;
  const fixes = () => unusedListFixes(document, policy, usable);
  const finding = { ...fieldKey(document, listField), message, kubectl, fixes };
  return { code: 'plugin-allowlist-unused', finding };
}

function missingList(empty: boolean, document: LocatedDocument): KubercFault {
  const message = empty
    ? 'An empty list is refused. Add the plugins that may run, or set the policy to DenyAll.'
    : `Without a list this is refused. Add "${listField}" with the plugins that may run, or write DenyAll.`;
  const place = empty ? fieldKey(document, listField) : fieldValue(document, policyField);
  const kubectl = `credential plugin policy set to "Allowlist", but allowlist is ${empty ? 'empty; use "DenyAll" policy instead' : 'unspecified'}`;
  return {
    code: 'plugin-allowlist-missing',
    finding: { ...place, message, kubectl, fixes: () => missingListFixes(document) },
  };
}

function* entryFaults(
  document: LocatedDocument,
  entry: Entry<AllowlistEntry>,
  index: number,
  context: RuleContext,
): Generator<KubercFault> {
  const allowed = allowedBy(entry, context);
  const field = allowlistField(context);
  if (allowed === '') {
    const message = `This allows no plugin, and kubectl refuses it. Add "${field}" with the path of a plugin.`;
    const kubectl = `misconfigured credential plugin allowlist: empty allowlist entry #${index + 1}`;
    const fixes = () => emptyItemFixes(document, entry);
    yield { code: 'plugin-allowlist-entry', finding: { ...keyAt(entry, field), message, kubectl, fixes } };
    return;
  }
  const clean = cleanPath(allowed, context.environment?.platform ?? 'linux');
  if (clean === allowed) return;
  const used = entry.decoded.value?.command ? field : 'name';
  const message = `kubectl takes only the shortest form of a path here. Write ${clean}.`;
  const kubectl = `non-normalized file path: ${goQuote(allowed)} vs ${goQuote(clean)}`;
  const fixes = () => fix('repair', `Write "${clean}"`, setValue(document, entry, [used], clean));
  yield { code: 'plugin-allowlist-path', finding: { ...valueAt(entry, used), message, kubectl, fixes } };
}
