import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { removeField } from '../../edits/remove-field';
import { renameKey } from '../../edits/rename-key';
import { setValue } from '../../edits/set-value';
import { addTopLevel, removeEntry, removeTopLevel } from '../../edits/top-level';
import { kubercGroup } from '../../schema';
import type { Header, HeaderName } from '../header';
import type { Fix } from '../rule';
import { fix } from './fix';

/** Gives a field of the top level a value, whether or not it is there. */
function write(document: LocatedDocument, name: string, value: string, before?: string) {
  const [entry] = document.field(name)?.entries ?? [];
  return entry
    ? setValue(document, entry, [], value)
    : addTopLevel(document, name, value, before ? { before } : {});
}

/**
 * `kind` or `apiVersion`. `stops`: once kubectl uses the file it finds fault with something else in it, and does
 * nothing at all.
 */
export function headFixes(
  document: LocatedDocument,
  name: HeaderName,
  { field }: Header,
  value: string,
  stops: boolean,
): Fix[] {
  const edits = write(document, field?.name ?? name, value, document.fields[0]?.name);
  return fix(stops ? 'choice' : 'repair', field ? `Write "${value}"` : `Add "${name}: ${value}"`, edits);
}

const [policyField, listField] = ['credentialPluginPolicy', 'credentialPluginAllowlist'];

/** Writes one of several policies; the first is the one that is meant, if any is. */
export function policyFixes(
  document: LocatedDocument,
  meant: string | undefined,
  others: readonly string[] = [],
): Fix[] {
  const set = (kind: Fix['kind'], policy: string) =>
    fix(kind, `Write "${policy}"`, write(document, policyField, policy, listField));
  return [
    ...(meant === undefined ? [] : set('repair', meant)),
    ...others.filter((policy) => policy !== meant).flatMap((policy) => set('choice', policy)),
  ];
}

/** For a list beside a policy that allows none. `usable`: the policy could be Allowlist. */
export function unusedListFixes(document: LocatedDocument, policy: string, usable: boolean): Fix[] {
  const field = document.field(listField);
  const only = usable && policy === '' ? 'Allowlist' : undefined;
  return [
    ...policyFixes(document, only, usable ? ['Allowlist'] : []),
    ...fix('choice', 'Remove the list', field ? removeTopLevel(document, field) : []),
  ];
}

/** No list, or an empty one, is what DenyAll says. */
export function missingListFixes(document: LocatedDocument): Fix[] {
  const field = document.field(listField);
  const removed = field ? removeTopLevel(document, field) : [];
  const denied = write(document, policyField, 'DenyAll');
  return fix('choice', 'Write "DenyAll"', field && removed.length === 0 ? [] : [...denied, ...removed]);
}

/** An item that says nothing goes, unless it is the last one. */
export function emptyItemFixes(document: LocatedDocument, item: Entry): Fix[] {
  const others = (document.field(item.section)?.entries.length ?? 0) > 1;
  return others ? fix('choice', 'Remove this item', removeEntry(document, item)) : [];
}

/** `name` says the same as `command`, or something else, or what `command` should. */
export function allowlistNameFixes(
  document: LocatedDocument,
  item: Entry,
  { command, name }: { readonly command: string; readonly name: string },
): Fix[] {
  if (command === '') {
    const taken = pairOf(item.node, 'command') !== undefined;
    return taken
      ? []
      : fix('choice', 'Rename it to "command"', renameKey(document, item, ['name'], 'command'));
  }
  const same = command === name ? [] : setValue(document, item, ['name'], command);
  return [
    ...fix('choice', 'Remove "name"', removeField(document, item, ['name'])),
    ...fix('choice', `Write "${command}"`, same),
  ];
}

/** `--output` without its dashes; of short names those that mean the same everywhere. */
export function optionNameFixes(
  document: LocatedDocument,
  entry: Entry,
  path: readonly (string | number)[],
  name: string,
): Fix[] {
  const long = /^--(\w[\w-]*)$/.exec(name)?.[1];
  const meant = long ?? shortOptions[name];
  return meant ? fix('repair', `Write "${meant}"`, setValue(document, entry, path, meant)) : [];
}

const shortOptions: Readonly<Record<string, string>> = {
  '-A': 'all-namespaces',
  '-f': 'filename',
  '-l': 'selector',
  '-n': 'namespace',
  '-o': 'output',
};

/** A name with nothing but its letters, if no alias has it. */
export function aliasNameFixes(
  document: LocatedDocument,
  entry: Entry,
  name: string,
  taken: readonly string[],
): Fix[] {
  const letters = name.replace(/[^a-zA-Z]/g, '');
  if (letters === '' || taken.includes(letters)) return [];
  return fix('choice', `Write "${letters}"`, setValue(document, entry, ['name'], letters));
}

export function removeAliasFixes(document: LocatedDocument, entry: Entry): Fix[] {
  return fix('choice', 'Remove this alias', removeEntry(document, entry));
}

/** The version that has the field, if nothing in the file is of the older one only. */
export function otherVersionFixes(document: LocatedDocument): Fix[] {
  if (document.field('overrides') || /\bflags["']?\s*:/.test(document.text)) return [];
  const version = `${kubercGroup}/v1beta1`;
  return fix('choice', `Write "${version}"`, write(document, 'apiVersion', version));
}
