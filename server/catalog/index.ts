import type { KnownPlugin } from './known-plugin';
import { accessPlugins } from './plugins/access';
import { awsPlugins } from './plugins/aws';
import { azureKubelogin } from './plugins/azure';
import { cloudPlugins } from './plugins/clouds';
import { googlePlugins } from './plugins/google';
import { hosterPlugins } from './plugins/hosters';
import { identityPlugins } from './plugins/identity';
import { int128Kubelogin } from './plugins/int128-kubelogin';
import { platformPlugins } from './plugins/platforms';
import { toolPlugins } from './plugins/tools';
import { type CommandLine, candidatesOf, commandName, type Recognized } from './recognize';

export type { CommandLine, Recognized } from './recognize';
export { commandName, nameOfFlag } from './recognize';

/** Every known credential plugin, the most used first. */
export const knownPlugins: readonly KnownPlugin[] = [
  ...awsPlugins,
  ...googlePlugins,
  azureKubelogin,
  int128Kubelogin,
  ...cloudPlugins,
  ...identityPlugins,
  ...accessPlugins,
  ...platformPlugins,
  ...hosterPlugins,
  ...toolPlugins,
];

/** The known plugin that an exec block runs, also through a wrapper; undefined if that is not certain. */
export function pluginOf(line: CommandLine): Recognized | undefined {
  const [first, ...others] = candidatesOf(line, knownPlugins);
  return others.length === 0 ? first : undefined;
}

/** All that it may run; for half-typed blocks. */
export function pluginsOf(line: CommandLine): Recognized[] {
  return candidatesOf(line, knownPlugins);
}

/** The plugins of an executable, whatever its arguments: `aws`, `/opt/bin/kubelogin.exe`. */
export function pluginsOfCommand(command: string): KnownPlugin[] {
  const name = commandName(command);
  return knownPlugins.filter(({ detect }) => detect.commands.includes(name));
}

export function pluginById(id: string): KnownPlugin | undefined {
  return knownPlugins.find((plugin) => plugin.id === id);
}
