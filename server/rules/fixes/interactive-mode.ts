import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { misspeltFixes } from './misspelt';

const field = ['user', 'exec', 'interactiveMode'] as const;

/**
 * Writes the mode that changes nothing for a plugin that worked before v1; or the one that never asks. Without an
 * `apiVersion` that is what is to be added: most have a default.
 */
export function missingModeFixes(document: LocatedDocument, user: UserEntry): Fix[] {
  const misspelt = misspeltFixes(document, user, field.slice(0, -1), 'interactiveMode');
  if (misspelt.length > 0) return misspelt;
  const versioned = Boolean(user.decoded.value?.user?.exec?.apiVersion);
  const there = pairOf(user.at('user', 'exec'), 'interactiveMode');
  const write = (mode: string) =>
    there
      ? setValue(document, user, field, mode)
      : addField(document, user, field.slice(0, -1), 'interactiveMode', mode, {
          before: 'provideClusterInfo',
        });
  return [
    ...fix(versioned ? 'repair' : 'choice', 'Add "interactiveMode: IfAvailable"', write('IfAvailable')),
    ...fix('choice', 'Add "interactiveMode: Never"', write('Never')),
  ];
}

/** `meant`: the mode that it is but for case, if it is any. */
export function unknownModeFixes(
  document: LocatedDocument,
  user: UserEntry,
  meant: string | undefined,
): Fix[] {
  const write = (mode: string) => setValue(document, user, field, mode);
  const all = meant ? [meant] : ['IfAvailable', 'Never', 'Always'];
  return all.flatMap((mode, index) => fix(index === 0 ? 'repair' : 'choice', `Write "${mode}"`, write(mode)));
}
