import { knownPlugins } from '../../catalog';
import { execApiVersion, type KnownPlugin, type Part } from '../../catalog/known-plugin';
import type { KeyPlace, Place, ValuePlace } from '../../document/cursor';
import { render, type Value } from '../../edits/render';
import { isReleaseSince } from '../../schema';
import { hole, plainText } from './holes';
import type { CompletionContext, CompletionItem, Scope, Writing } from './item';
import type { Members } from './pen';

/** The exec block that runs a plugin; what may be left out of it is. */
export function execBlock({ exec, answers, installHint }: KnownPlugin, context: CompletionContext): Members {
  const since = (release: string) => isReleaseSince(context.kubernetesVersion, release);
  const isTooNew = exec.version === 'v1' && !since('1.22') && answers.versions.includes('v1beta1');
  const args = exec.args.filter(({ optional }) => !optional).map(({ parts }) => textOf(parts));
  const env = exec.env.filter(({ optional }) => !optional);
  return {
    apiVersion: execApiVersion(isTooNew ? 'v1beta1' : exec.version),
    command: exec.command,
    ...(args.length > 0 ? { args } : {}),
    ...(env.length > 0 ? { env: env.map(({ name, parts }) => ({ name, value: textOf(parts) })) } : {}),
    ...(since('1.22') ? { interactiveMode: exec.interactiveMode } : {}),
    ...(since('1.20') ? { provideClusterInfo: exec.provideClusterInfo } : {}),
    ...(installHint && since('1.19') ? { installHint } : {}),
  };
}

function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? part : hole(part.choices[0] ?? `<${part.placeholder}>`, part.choices),
    )
    .join('');
}

export function userBlock(plugin: KnownPlugin, context: CompletionContext): { name: Value; user: Value } {
  return { name: hole('<user-name>'), user: { exec: execBlock(plugin, context) } };
}

/** An exec block for each plugin, where there is none yet. */
export function execItems(scope: Scope<ValuePlace>): CompletionItem[] {
  return eachPlugin(scope, (plugin) => scope.pen.value(scope.place, execBlock(plugin, scope.context)));
}

/** What a user has, for each plugin. */
export function execUserItems(scope: Scope<ValuePlace>): CompletionItem[] {
  const write = (plugin: KnownPlugin) =>
    scope.pen.value(scope.place, { exec: execBlock(plugin, scope.context) });
  return eachPlugin(scope, write, 'exec: ');
}

/** The same, key by key, into an exec block that is empty. */
export function execMemberItems(scope: Scope<KeyPlace>): CompletionItem[] {
  return eachPlugin(scope, (plugin) => scope.pen.members(scope.place, execBlock(plugin, scope.context)));
}

/** The key `exec` with its block, for a user that has nothing yet. */
export function execKeyItems(scope: Scope<KeyPlace>): CompletionItem[] {
  const write = (plugin: KnownPlugin) =>
    scope.pen.members(scope.place, { exec: execBlock(plugin, scope.context) });
  return eachPlugin(scope, write, 'exec: ');
}

/** A user for each plugin; of one that has a name, only the rest. */
export function userItems(scope: Scope<KeyPlace>): CompletionItem[] {
  const { place, pen, context } = scope;
  const write = (plugin: KnownPlugin) => {
    const { name, user } = userBlock(plugin, context);
    return pen.members(place, place.names.includes('name') ? { user } : { name, user });
  };
  return eachPlugin(scope, write, 'user: ');
}

/** The list of users, with one for each plugin. */
export function usersItems(scope: Scope<ValuePlace>): CompletionItem[] {
  const { place, pen, context } = scope;
  const isItem = typeof place.path.at(-1) === 'number';
  const write = (plugin: KnownPlugin) => {
    const user = userBlock(plugin, context);
    return pen.value(place, isItem ? user : [user]);
  };
  return eachPlugin(scope, write, 'user: ');
}

function eachPlugin(
  { context, place }: Scope<Place>,
  write: (plugin: KnownPlugin) => Writing,
  prefix = '',
): CompletionItem[] {
  return knownPlugins.map((plugin, index) => ({
    label: prefix + plugin.name,
    kind: 'block',
    detail: plugin.vendor,
    documentation: describeBlock(plugin, context),
    sort: `2${String(index).padStart(2, '0')}`,
    filter: place.quote + prefix + plugin.name,
    ...write(plugin),
  }));
}

const preview = { json: false, indent: 2, tabs: false, listIndent: 0, quote: '', lineBreak: '\n' } as const;

/** Markdown: the block as it will be, and where to read on. */
export function describeBlock(plugin: KnownPlugin, context: CompletionContext): string {
  const lines = render(execBlock(plugin, context), preview);
  const block = `\`\`\`yaml\n${plainText(lines.join('\n'))}\n\`\`\``;
  const link = plugin.docsUrl ? [`[Documentation](${plugin.docsUrl})`] : [];
  return [`**${plugin.name}** · ${plugin.vendor}`, block, ...link].join('\n\n');
}
