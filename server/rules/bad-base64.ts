import type { Entry } from '../document/entry';
import type { UserEntry } from '../document/kubeconfig';
import { kubeconfigLink } from '../schema/links';
import { hasOtherCredential } from './fixes/client-key';
import { dataFixes } from './fixes/data';
import { valueAt } from './places';
import { rule } from './rule';
import { schemaLink } from './schema-link';

/** Without a CA kubectl trusts those of the system; another credential of a user is used anyway. */
function isDispensable(entry: Entry, field: string): boolean {
  if (entry.section === 'clusters') return field.startsWith('certificate-authority');
  return entry.section === 'users' && hasOtherCredential(entry as UserEntry);
}

export const badBase64 = rule({
  code: 'bad-base64',
  severity: 'error',
  title: 'A `…-data` field is not standard base64 with padding',
  link: kubeconfigLink('Cluster'),
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *checkEntry(entry, document) {
    for (const fault of entry.decoded.faults) {
      if (fault.found !== 'bad base64') continue;
      const field = String(fault.path.at(-1));
      const pem = fault.node.kind === 'scalar' && fault.node.source.startsWith('-----BEGIN');
      yield {
        ...valueAt(entry, ...fault.path),
        message: pem
          ? `"${field}" takes the PEM text as base64. Encode it, or name its file in "${field.replace(/-data$/, '')}".`
          : `"${field}" is not base64 as kubectl reads it. Use the standard alphabet, "=" at the end, and no spaces.`,
        kubectl: fault.kubectl,
        link: schemaLink(entry, fault.path),
        fixes: () => dataFixes(document, entry, fault.path, isDispensable(entry, field)),
      };
    }
  },
});
