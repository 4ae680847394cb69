import { kubercLink, kubercV1alpha1, kubercV1beta1, memberOf } from '../../schema';
import { type FoundField, fieldsOf } from '../field-walk';
import { rule } from '../rule';

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
  *check(document) {
    for (const field of fieldsOf(document)) {
      const message = otherVersionWords(field);
      if (message) yield { ...field.place, message };
    }
  },
});

/** `undefined` for a field that no other version has. */
export function otherVersionWords({ name, schema, objects }: FoundField): string | undefined {
  const alpha = objects.at(-1) === kubercV1alpha1;
  if (schema || (!alpha && objects.at(-1) !== kubercV1beta1)) return undefined;
  const version = alpha ? 'v1alpha1' : 'v1beta1';
  const here = renamed[name];
  if (here !== undefined && memberOf(objects[0], here)) {
    return `kubectl ignores "${name}" in ${version}. Write "${here}".`;
  }
  if (!alpha || !memberOf(kubercV1beta1, name) || objects.length > 1) return undefined;
  return `kubectl ignores "${name}" in v1alpha1, so any plugin may run. Write v1beta1 in "apiVersion".`;
}
