import type { Kubeconfig } from '../document/kubeconfig';
import { removeTopLevel } from '../edits/top-level';
import { kubeconfigLink } from '../schema/links';
import { fix } from './fixes/fix';
import { isSince, kubectlName } from './kubernetes-version';
import { fieldKey } from './places';
import { type Fix, rule } from './rule';

export const preferencesDeprecated = rule({
  code: 'preferences-deprecated',
  severity: 'hint',
  title: '`preferences` are set, which no Kubernetes program reads (deprecated since 1.34)',
  link: kubeconfigLink('Preferences'),
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document, context) {
    const value = document.entry<object>('preferences')?.decoded.value;
    // kubectl itself has written empty ones into every file.
    if (!value || Object.keys(value).length === 0 || !isSince(context, '1.34')) return;
    yield {
      ...fieldKey(document, 'preferences'),
      message: `No Kubernetes program reads these, and ${kubectlName(context)} calls them deprecated. Remove them.`,
      fixes: () => removalOf(document),
    };
  },
});

function removalOf(document: Kubeconfig): Fix[] {
  const field = document.field('preferences');
  return field ? fix('choice', 'Remove the preferences', removeTopLevel(document, field)) : [];
}
