import { execApiVersion, type KnownPlugin } from '../../catalog/known-plugin';
import type { KeyPlace } from '../../document/cursor';
import { execBlock } from './blocks';
import { execAround, pathInExec } from './exec';
import { bareHole, hole } from './holes';
import type { CompletionItem, Scope } from './item';
import type { Members } from './pen';

/** The plugin of the exec block whose keys are written, if there is but one that it can be. */
function pluginAt(scope: Scope<KeyPlace>): KnownPlugin | undefined {
  if (pathInExec(scope.place.path)?.length !== 0) return undefined;
  const [plugin, ...others] = execAround(scope).plugins;
  return others.length === 0 ? plugin : undefined;
}

/** What the plugin wants the fields of its exec block to be; any other value can be chosen instead. */
export function knownFields(scope: Scope<KeyPlace>): Members {
  const plugin = pluginAt(scope);
  if (!plugin) return {};
  const { exec, installHint, answers } = plugin;
  const written = String(execBlock(plugin, scope.context)['apiVersion']);
  const versions = answers.versions.map(execApiVersion).filter((version) => version !== written);
  const modes = ['Never', 'IfAvailable', 'Always'].filter((mode) => mode !== exec.interactiveMode);
  return {
    apiVersion: hole(written, [written, ...versions]),
    interactiveMode: hole(exec.interactiveMode, [exec.interactiveMode, ...modes]),
    provideClusterInfo: bareHole(String(exec.provideClusterInfo), String(!exec.provideClusterInfo)),
    ...(installHint ? { installHint: hole(installHint) } : {}),
  };
}

/** The key `args` with all arguments of the plugin. */
export function knownArgs(scope: Scope<KeyPlace>): CompletionItem[] {
  const plugin = pluginAt(scope);
  const args = plugin && execBlock(plugin, scope.context)['args'];
  if (!plugin || !args || scope.place.named || scope.place.names.includes('args')) return [];
  const label = `args: ${plugin.name}`;
  return [
    {
      label,
      kind: 'block',
      detail: plugin.vendor,
      sort: '3010',
      filter: scope.place.quote + label,
      ...scope.pen.members(scope.place, { args }),
    },
  ];
}
