import { yamlWords } from '../schema';
import { rule } from './rule';

export const syntax = rule({
  code: 'syntax',
  severity: 'error',
  title: 'The text is not the YAML or JSON that kubectl reads',
  link: 'https://yaml.org/spec/1.1/',
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check({ faults }, { kubernetesVersion }) {
    for (const fault of faults) yield { ...fault, kubectl: yamlWords(fault.kubectl, kubernetesVersion) };
  },
});
