import type { TypeFault } from '../document/decode';
import { kubeconfigLink } from '../schema/links';
import { valueAt } from './places';
import { rule } from './rule';

export const wrongType = rule({
  code: 'wrong-type',
  severity: 'error',
  title: 'A value has the wrong type: a number where text belongs, a text where a list belongs, …',
  link: kubeconfigLink('Config'),
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const entry of document.entries()) {
      for (const fault of entry.decoded.faults) {
        if (fault.found === 'bad base64') continue;
        yield { ...valueAt(entry, ...fault.path), message: messageOf(fault), kubectl: fault.kubectl };
      }
    }
  },
});

function messageOf(fault: TypeFault): string {
  const field = fault.path.findLast((step) => typeof step === 'string') ?? 'This';
  const what = typeof fault.path.at(-1) === 'number' ? `Each item of "${field}"` : `"${field}"`;
  return `${what} has to be ${wanted(fault.expected)}, but kubectl reads ${article(fault.found)} here. ${nextStep(fault)}`;
}

function wanted(goType: string): string {
  if (goType === '[]string') return 'a list of texts';
  if (goType === '[]uint8') return 'base64 text';
  if (goType.startsWith('[]')) return 'a list';
  if (goType === 'string' || goType.endsWith('.ExecInteractiveMode')) return 'text';
  if (goType === 'bool') return 'true or false';
  return 'a mapping';
}

function article(found: TypeFault['found']): string {
  const words = {
    string: 'text',
    number: 'a number',
    bool: 'true or false',
    array: 'a list',
    object: 'a mapping',
  };
  return found === 'bad base64' ? found : words[found];
}

function nextStep({ expected, found, node }: TypeFault): string {
  const scalar = node.kind === 'scalar';
  if (wanted(expected) === 'text' && scalar) return 'Put the value in quotes.';
  if (expected === 'bool' && found === 'string') return 'Remove the quotes.';
  if (expected === '[]string' && scalar) return 'Write one "- item" per line.';
  if (expected === '[]v1.ExecEnvVar' && found === 'object')
    return 'Write one "- name: …" with a "value: …" per variable.';
  if (expected.startsWith('[]') && found === 'object') return 'Begin each item with "- ".';
  return 'Change it to that, or remove it.';
}
