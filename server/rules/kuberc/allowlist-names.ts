import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { type AllowlistEntry, kubercLink } from '../../schema';
import { allowlistNameFixes } from '../fixes/kuberc';
import { isSince } from '../kubernetes-version';
import { keyAt, valueAt } from '../places';
import { type RuleContext, rule } from '../rule';

const link = kubercLink('v1beta1', 'AllowlistEntry');

/** kubectl can't decode the file then, and does not use it. */
export const allowlistNamesDiffer = rule({
  code: 'plugin-allowlist-names',
  severity: 'error',
  title: '`name` and `command` in `credentialPluginAllowlist` differ, so kubectl does not use the file',
  link,
  stage: 'load',
  subject: 'kuberc',
  looksAt: 'file',
  *check(document, context) {
    for (const { entry, command, name } of itemsOf(document, context)) {
      if (!command || command === name) continue;
      yield {
        ...valueAt(entry, 'name'),
        message: 'kubectl does not use a file in which this is not the same as "command". Remove "name".',
        fixes: () => allowlistNameFixes(document, entry, { command, name }),
        kubectl:
          'both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command` instead',
      };
    }
  },
});

export const allowlistNameDeprecated = rule({
  code: 'plugin-allowlist-name-deprecated',
  severity: 'hint',
  title: '`name` in `credentialPluginAllowlist` is called `command` since 1.36',
  link,
  subject: 'kuberc',
  looksAt: 'file',
  *check(document, context) {
    for (const { entry, command, name } of itemsOf(document, context)) {
      if (command && command !== name) continue;
      const message = command
        ? '"name" is deprecated, and "command" says the same. Remove "name".'
        : '"name" is deprecated. Write "command", unless a kubectl 1.35 is to read this as well.';
      const fixes = () => allowlistNameFixes(document, entry, { command, name });
      yield { ...keyAt(entry, 'name'), message, fixes };
    }
  },
});

/** The items with a `name`, where it is deprecated. */
function itemsOf(document: LocatedDocument, context: RuleContext) {
  const field = document.field('credentialPluginAllowlist');
  if (!field?.list || !isSince(context, '1.36')) return [];
  return (field.entries as readonly Entry<AllowlistEntry>[]).flatMap((entry) => {
    const { command = '', name = '' } = entry.decoded.value ?? {};
    return name === '' ? [] : [{ entry, command, name }];
  });
}

/** Whether kubectl can't decode the file because of them. */
export function namesDiffer(document: LocatedDocument, context: RuleContext): boolean {
  return itemsOf(document, context).some(({ command, name }) => command !== '' && command !== name);
}
