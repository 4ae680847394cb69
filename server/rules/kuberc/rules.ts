import { kubercLink } from '../../schema';
import { rule } from '../rule';
import { faultsOf } from './faults';

const aliasLink = kubercLink('v1beta1', 'AliasOverride');
const optionLink = kubercLink('v1beta1', 'CommandOptionDefault');
const policyLink = kubercLink('v1beta1', 'CredentialPluginPolicy');
const entryLink = kubercLink('v1beta1', 'AllowlistEntry');

/** A rule on one of the faults at which kubectl stops before it does anything. */
function kubercRule(code: string, title: string, link: string) {
  return rule({
    code,
    severity: 'error',
    title,
    link,
    stage: 'validate',
    subject: 'kuberc',
    looksAt: 'file',
    check: (document, context) => faultsOf(code, document, context),
  });
}

/** In kubectl's order. */
export const kubercRules = [
  kubercRule('alias-name', 'A kuberc’s alias has no name, or one that is not of letters only', aliasLink),
  kubercRule('option-name', 'A kuberc names an option with dashes', optionLink),
  kubercRule('alias-duplicate', 'Two aliases of a kuberc have the same name', aliasLink),
  kubercRule('plugin-policy-unknown', '`credentialPluginPolicy` is unknown', policyLink),
  kubercRule(
    'plugin-allowlist-unused',
    '`credentialPluginAllowlist` stands beside another policy than Allowlist',
    policyLink,
  ),
  kubercRule(
    'plugin-allowlist-missing',
    'The policy is Allowlist, but `credentialPluginAllowlist` is missing or empty',
    policyLink,
  ),
  kubercRule('plugin-allowlist-entry', 'An item of `credentialPluginAllowlist` allows nothing', entryLink),
  kubercRule(
    'plugin-allowlist-path',
    'A path in `credentialPluginAllowlist` is not in its shortest form',
    entryLink,
  ),
];
