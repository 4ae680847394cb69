import type { LoadFault } from '../document/fault';
import { isSince } from './kubernetes-version';
import { rule } from './rule';

export const syntax = rule({
  code: 'syntax',
  severity: 'error',
  title: 'The text is not the YAML or JSON that kubectl reads',
  link: 'https://yaml.org/spec/1.1/',
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  check: (document, context) => (isSince(context, '1.31') ? document.faults : document.faults.map(older)),
});

function older(fault: LoadFault): LoadFault {
  const kubectl = fault.kubectl.replace(/^unsupported map key/, 'Unsupported map key');
  return kubectl === fault.kubectl ? fault : { ...fault, kubectl };
}
