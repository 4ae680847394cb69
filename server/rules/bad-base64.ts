import { kubeconfigLink } from '../schema/links';
import { valueAt } from './places';
import { rule } from './rule';

export const badBase64 = rule({
  code: 'bad-base64',
  severity: 'error',
  title: 'A `…-data` field is not standard base64 with padding',
  link: kubeconfigLink('Cluster'),
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const entry of document.entries()) {
      for (const fault of entry.decoded.faults) {
        if (fault.found !== 'bad base64') continue;
        const field = String(fault.path.at(-1));
        const pem = fault.node.kind === 'scalar' && fault.node.source.startsWith('-----BEGIN');
        yield {
          ...valueAt(entry, ...fault.path),
          message: pem
            ? `"${field}" takes the PEM text encoded as base64. Encode it, or name the file in "${field.replace(/-data$/, '')}".`
            : `"${field}" is not valid base64: standard alphabet, padded with "=", no spaces.`,
          kubectl: fault.kubectl,
        };
      }
    }
  },
});
