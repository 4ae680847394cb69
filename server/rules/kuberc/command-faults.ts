import type { NamedEntry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { type Alias, type CommandOption, kubercNames, kubercV1alpha1 } from '../../schema';
import { aliasNameFixes, optionNameFixes, removeAliasFixes } from '../fixes/kuberc';
import { isMistyped } from '../given';
import { isSince } from '../kubernetes-version';
import { keyAt, namePlace, valueAt } from '../places';
import type { RuleContext } from '../rule';
import type { KubercFault } from './faults';

/** What kubectl finds wrong with aliases and with values of options. */
export function* commandFaults(document: LocatedDocument, context: RuleContext): Generator<KubercFault> {
  if (!isSince(context, '1.33')) return;
  const { defaults, options } = kubercNames[document.schema === kubercV1alpha1 ? 'v1alpha1' : 'v1beta1'];
  const names = new Set<string>();
  for (const entry of entriesOf(document, 'aliases')) {
    yield* nameFaults(document, entry, entriesOf(document, 'aliases'));
    yield* optionFaults(document, entry, options);
    const { name } = entry;
    if (names.has(name) && name !== '') {
      const message = 'Another alias has this name, and kubectl refuses both. Rename one, or remove it.';
      const kubectl = `duplicate alias name ${name}`;
      const fixes = () => removeAliasFixes(document, entry);
      const finding = { ...namePlace(entry, entry.node), message, kubectl, fixes };
      yield { code: 'alias-duplicate', finding };
    }
    names.add(name);
  }
  for (const entry of entriesOf(document, defaults)) yield* optionFaults(document, entry, options);
}

type Entry = NamedEntry<Alias & { name?: string }>;

function entriesOf(document: LocatedDocument, section: string): readonly Entry[] {
  const field = document.field(section);
  return field?.list ? (field.entries as unknown as readonly Entry[]) : [];
}

function* nameFaults(document: LocatedDocument, entry: Entry, all: readonly Entry[]): Generator<KubercFault> {
  const { name } = entry;
  if (/^[a-zA-Z]+$/.test(name) || isMistyped(entry, 'name')) return;
  const place = name === '' ? keyAt(entry, 'name') : valueAt(entry, 'name');
  const message =
    name === '' ? 'The alias has no name. Add "name".' : 'Write the name in letters only, A to Z.';
  const kubectl = 'invalid alias name, can only include alphabetical characters';
  const fixes = () =>
    aliasNameFixes(
      document,
      entry,
      name,
      all.map((each) => each.name),
    );
  yield { code: 'alias-name', finding: { ...place, message, kubectl, fixes } };
}

function* optionFaults(
  document: LocatedDocument,
  entry: Entry,
  options: 'options' | 'flags',
): Generator<KubercFault> {
  const list: readonly CommandOption[] = entry.decoded.value?.[options] ?? [];
  for (const [index, { name = '' }] of list.entries()) {
    if (!name.startsWith('-')) continue;
    const long = /^--(\w[\w-]*)$/.exec(name)?.[1];
    const message = long
      ? `Options are named without dashes. Write "${long}".`
      : 'Write the long name of the option, without dashes.';
    const kubectl = `flag name ${name} should be in long form without dashes`;
    const path = [options, index, 'name'];
    const fixes = () => optionNameFixes(document, entry, path, name);
    yield { code: 'option-name', finding: { ...valueAt(entry, ...path), message, kubectl, fixes } };
  }
}
