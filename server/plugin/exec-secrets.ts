import { type CommandLine, commandName, knownPlugins, pluginsOf } from '../catalog';
import { type Given, givenArgs, type IsSecret, secretsOfEnv } from '../credential/given';
import { isSecretName } from '../credential/token-shape';
import type { ExecBlock } from './target';

type Line = Pick<ExecBlock, 'command' | 'args'>;

/** Of all plugins: any of them may stand behind a script. */
const secretVariables = new Set(
  knownPlugins.flatMap(({ env }) => env.filter(({ secret }) => secret).map(({ name }) => name)),
);

/** Whether a variable's value is a secret, by its name or since the catalog says so. */
function isSecretVariable(name: string): boolean {
  return isSecretName(name) || secretVariables.has(name);
}

/** The args of an exec block, by name and by what the catalog says of the plugin that it may run. */
export function execArgs(line: Line): Given[] {
  return givenArgs(line.args, secretFlagsOf(line));
}

/** Every secret that is written in an exec block. */
export function execSecrets(exec: Line & Pick<ExecBlock, 'env'>): string[] {
  const [command = '', ...args] = exec.command.trim().split(/\s+/);
  // A whole command line in `command`, which kubectl takes for a name.
  const given = [...execArgs(exec), ...execArgs({ command, args })];
  return [...given.flatMap(({ secrets }) => secrets), ...secretsOfEnv(exec.env, isSecretVariable)];
}

export function variableSecrets(env: ExecBlock['env']): string[] {
  return secretsOfEnv(env, isSecretVariable);
}

function secretFlagsOf({ command, args }: Line): IsSecret {
  const flags = new Set(
    [{ command, args }, ...linesIn(args)]
      .flatMap(pluginsOf)
      .flatMap(({ plugin }) => plugin.flags.filter(({ secret }) => secret).flatMap(({ names }) => names)),
  );
  return (name) => flags.has(name) || isSecretVariable(name.replace(/^-+/, ''));
}

/** What a shell is told to run. */
function linesIn(args: readonly string[]): CommandLine[] {
  return args.flatMap((arg) => {
    const words = arg.split(/\s+/).filter((word) => !/^[A-Za-z_]\w*=/.test(word) && word !== 'exec');
    const [command, ...rest] = words;
    return command && rest.length > 0 ? [{ command: commandName(command), args: rest }] : [];
  });
}
