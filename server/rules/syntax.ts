import { yamlWords } from '../schema';
import { syntaxFixes } from './fixes/syntax';
import { rule } from './rule';

export const syntax = rule({
  code: 'syntax',
  severity: 'error',
  title: 'The text is not the YAML or JSON that kubectl reads',
  link: 'https://yaml.org/spec/1.1/',
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check(document, { kubernetesVersion }) {
    for (const fault of document.faults) {
      const kubectl = yamlWords(fault.kubectl, kubernetesVersion);
      yield { ...fault, kubectl, fixes: () => syntaxFixes(document, fault) };
    }
  },
});
