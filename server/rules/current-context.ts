import { kubeconfigLink } from '../schema/links';
import { otherContextFixes, setContextFixes } from './fixes/current-context';
import { listNames } from './list-names';
import { fieldKey, fieldValue } from './places';
import { rule } from './rule';

const link = kubeconfigLink('Config');

export const currentContextNotFound = rule({
  code: 'current-context-not-found',
  severity: 'error',
  title: '`current-context` names a context that does not exist',
  link,
  stage: 'validate',
  subject: 'kubeconfig',
  looksAt: 'references',
  *check(document) {
    const name = document.currentContext;
    // Of several files the first that names one counts.
    if (document.otherFileOf('current-context') !== undefined) return;
    if (name === '' || document.context(name)) return;
    const names = listNames(document.contexts.map((context) => context.name));
    const advice = names ? `Use one of those in ${document.scope}: ${names}.` : 'Add it to "contexts".';
    yield {
      ...fieldValue(document, 'current-context'),
      message: `There is no context "${name}". ${advice}`,
      kubectl: `context was not found for specified context: ${name}`,
      fixes: () => otherContextFixes(document),
    };
  },
});

export const currentContextNotSet = rule({
  code: 'current-context-not-set',
  severity: 'information',
  title: 'No context is current',
  link,
  subject: 'kubeconfig',
  looksAt: 'references',
  *check(document) {
    if (document.currentContext !== '' || document.contexts.length === 0) return;
    // A wrong type is found elsewhere.
    if (document.entry('current-context')?.decoded.faults.length) return;
    yield {
      ...fieldKey(document, document.field('current-context') ? 'current-context' : 'contexts'),
      message:
        'No context is current: without --context kubectl calls http://localhost:8080. Set "current-context".',
      fixes: () => setContextFixes(document),
    };
  },
});
