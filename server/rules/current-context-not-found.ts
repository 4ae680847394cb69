import { kubeconfigLink } from '../schema/links';
import { fieldValue } from './places';
import { rule } from './rule';

export const currentContextNotFound = rule({
  code: 'current-context-not-found',
  severity: 'error',
  title: '`current-context` names a context that does not exist',
  link: kubeconfigLink('Config'),
  stage: 'validate',
  subject: 'kubeconfig',
  looksAt: 'file',
  *check(document) {
    const name = document.currentContext;
    if (name === '' || document.context(name)) return;
    const names = document.contexts.map((context) => `"${context.name}"`);
    const known =
      names.length > 0 ? `Use one of ${names.slice(0, 5).join(', ')}.` : 'The file has no contexts.';
    yield {
      ...fieldValue(document, 'current-context'),
      message: `There is no context "${name}". ${known}`,
      kubectl: `context was not found for specified context: ${name}`,
    };
  },
});
