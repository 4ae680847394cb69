import { execApiVersion } from '../../catalog/known-plugin';
import type { ValuePlace } from '../../document/cursor';
import { execAround } from './exec';
import type { CompletionItem, Scope } from './item';

/** The values of an exec block's field, what fits its plugin first. */
export function execValues(scope: Scope<ValuePlace>, items: readonly CompletionItem[]): CompletionItem[] {
  const field = scope.place.path.at(-1);
  const { recognized } = execAround(scope);
  const [only, ...others] = recognized;
  if (!only || others.length > 0) return [...items];
  const { exec, answers, name } = only.plugin;
  return items.map((item) => {
    if (field === 'interactiveMode')
      return item.label === exec.interactiveMode ? preferred(item, name) : item;
    if (field === 'provideClusterInfo')
      return item.label === String(exec.provideClusterInfo) ? preferred(item, name) : item;
    if (field !== 'apiVersion') return item;
    if (item.label === execApiVersion(exec.version)) return preferred(item, name);
    const answered = answers.versions.map(execApiVersion);
    if (answered.length === 0 || answered.includes(item.label)) return item;
    return { ...item, sort: `5${item.sort}`, detail: `${name} does not answer in it` };
  });
}

function preferred(item: CompletionItem, plugin: string): CompletionItem {
  return { ...item, sort: `0${item.sort}`, detail: `for ${plugin}` };
}
