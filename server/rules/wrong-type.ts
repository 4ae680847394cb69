import type { TypeFault } from '../document/decode';
import type { Entry } from '../document/entry';
import { kubeconfigLink } from '../schema/links';
import { wrongTypeFixes } from './fixes/wrong-type';
import { reads } from './kubernetes-version';
import { anyValueAt } from './places';
import { rule } from './rule';
import { schemaLink } from './schema-link';

export const wrongType = rule({
  code: 'wrong-type',
  severity: 'error',
  title: 'A value has the wrong type: a number where text belongs, a text where a list belongs, …',
  link: kubeconfigLink('Config'),
  stage: 'load',
  subject: 'document',
  looksAt: 'file',
  *checkEntry(entry, document, context) {
    for (const fault of entry.decoded.faults) {
      if (fault.found === 'bad base64' || !reads(context, entry, ...fault.path)) continue;
      const inJson = document.text.trimStart().startsWith('{');
      yield {
        ...anyValueAt(document, entry, ...fault.path),
        message: messageOf(entry, fault, inJson),
        kubectl: fault.kubectl,
        link: schemaLink(entry, fault.path),
        fixes: () => wrongTypeFixes({ document, entry, fault }),
      };
    }
  },
});

function messageOf(entry: Entry, fault: TypeFault, inJson: boolean): string {
  const path = [...entry.path, ...fault.path];
  const field = path.findLast((step) => typeof step === 'string');
  const what = typeof path.at(-1) === 'number' ? `Each item of "${field}"` : `"${field}"`;
  return `${what} has to be ${wanted(fault.expected)}, but kubectl reads ${words[fault.found]}. ${nextStep(fault, inJson)}`;
}

function wanted(goType: string): string {
  if (goType === '[]string') return 'a list of texts';
  if (goType === '[]uint8') return 'base64 text';
  if (goType.startsWith('[]')) return 'a list';
  if (goType === 'string' || goType.endsWith('.ExecInteractiveMode')) return 'text';
  if (goType === 'bool') return 'true or false';
  return goType === 'uint8' ? 'a number from 0 to 255' : 'a mapping';
}

const words: Readonly<Record<TypeFault['found'], string>> = {
  string: 'text',
  number: 'a number',
  bool: 'true or false',
  array: 'a list',
  object: 'a mapping',
  'bad base64': 'text',
};

function nextStep({ expected, found, node }: TypeFault, inJson: boolean): string {
  const scalar = node.kind === 'scalar';
  const want = wanted(expected);
  if ((want === 'text' || want === 'base64 text') && scalar) return 'Put the value in quotes.';
  if (want === 'true or false' && scalar) return 'Write true or false, without quotes.';
  if (expected === '[]v1.ExecEnvVar') return 'Give each variable a "name" and a "value", as items of a list.';
  if (want.startsWith('a list') && scalar) return inJson ? 'Write […].' : 'Write one "- item" per line.';
  if (want.startsWith('a list')) return inJson ? 'Put it in […].' : 'Begin each item with "- ".';
  if (want === 'a mapping' && found === 'array') {
    return inJson ? 'Write {…} instead of […].' : 'Remove the "- " before its keys.';
  }
  return `Write ${want} here, or remove it.`;
}
