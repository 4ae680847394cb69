import type { ContextEntry, Kubeconfig } from '../../document/kubeconfig';
import { pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { nearName } from './near-name';

/** The user or cluster that a context means, or the only one that there is. */
export function referenceFixes(document: Kubeconfig, context: ContextEntry, key: 'user' | 'cluster'): Fix[] {
  const names = document.namesOf(key === 'user' ? 'users' : 'clusters');
  const written = context.decoded.value?.context?.[key] ?? '';
  const near = nearName(written, names);
  const write = (name: string) =>
    pairOf(context.at('context'), key)
      ? setValue(document, context, ['context', key], name)
      : addField(document, context, ['context'], key, name);
  const title = (name: string) => (written ? `Write "${name}"` : `Add "${key}: ${name}"`);
  const others = names.filter((name) => name !== near).slice(0, 5);
  return [
    ...(near === undefined ? [] : fix('repair', title(near), write(near))),
    ...others.flatMap((name) => fix('choice', title(name), write(name))),
  ];
}
