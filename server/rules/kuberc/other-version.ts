import { isUsable, readKuberc } from '../../document/kuberc';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { applyEdits } from '../../edits/edit';
import { replaceKey } from '../../edits/rename-key';
import { kubercLink, kubercV1alpha1, kubercV1beta1, memberOf } from '../../schema';
import { type FoundField, fieldsOf } from '../field-walk';
import { fix } from '../fixes/fix';
import { otherVersionFixes } from '../fixes/kuberc';
import { type Fix, type RuleContext, rule } from '../rule';
import { kubercFaults } from './faults';

/** What the other version calls a field. */
const renamed: Readonly<Record<string, string>> = {
  defaults: 'overrides',
  overrides: 'defaults',
  options: 'flags',
  flags: 'options',
};

export const kubercOtherVersion = rule({
  code: 'kuberc-other-version',
  severity: 'warning',
  title: 'A kuberc’s field is one of another version, so kubectl ignores it',
  link: kubercLink('v1beta1', 'Preference'),
  subject: 'kuberc',
  looksAt: 'file',
  *check(document, context) {
    for (const field of fieldsOf(document)) {
      const message = otherVersionWords(field);
      if (message) yield { ...field.place, message, fixes: () => fixesOf(document, field, context) };
    }
  },
});

/** `undefined` for a field that no other version has. */
export function otherVersionWords(field: FoundField): string | undefined {
  const { name, schema, objects } = field;
  const alpha = objects.at(-1) === kubercV1alpha1;
  if (schema || (!alpha && objects.at(-1) !== kubercV1beta1)) return undefined;
  const version = alpha ? 'v1alpha1' : 'v1beta1';
  const here = nameHere(field);
  if (here !== undefined) return `kubectl ignores "${name}" in ${version}. Write "${here}".`;
  if (!alpha || !memberOf(kubercV1beta1, name) || objects.length > 1) return undefined;
  return `kubectl ignores "${name}" in v1alpha1, so any plugin may run. Write v1beta1 in "apiVersion".`;
}

function nameHere({ name, objects }: FoundField): string | undefined {
  const here = renamed[name];
  return here !== undefined && memberOf(objects[0], here) ? here : undefined;
}

function fixesOf(document: LocatedDocument, field: FoundField, context: RuleContext): Fix[] {
  const here = nameHere(field);
  if (here === undefined) return otherVersionFixes(document);
  const { place, above } = field;
  const isTaken = above.length === 0 ? document.field(here) : pairOf(document.nodeAt(...above), here);
  if (isTaken) return [];
  const base = place.entry?.base ?? 0;
  const edit = replaceKey(document, base + place.start, base + place.end, here);
  // What it reads now, kubectl may refuse.
  const after = readKuberc(applyEdits(document.text, [edit]));
  const fine = isUsable(after) && kubercFaults(after, context).next().done;
  return fix(fine ? 'repair' : 'choice', `Rename it to "${here}"`, [edit]);
}
