import { nameOfFlag, pluginsOf, pluginsOfCommand, type Recognized } from '../catalog';
import type { Flag, KnownPlugin, Variable } from '../catalog/known-plugin';
import { type LocatedNode, nodeAt } from '../document/node';
import { generalVariables } from './general-variables';
import { paragraphs } from './hover-field';
import { codeSpan } from './markdown';
import { commandLineOf, pluginIn, textOf } from './navigation/exec-line';

type Path = readonly (string | number)[];

/** What is known of the plugin, the flag or the variable that a value of an exec block is about. */
export function describeInExec(exec: LocatedNode | undefined, path: Path): string | undefined {
  const [field, index, key] = path;
  if (field === 'command') return describeCommand(exec);
  const known = pluginIn(exec);
  if (typeof index !== 'number') return undefined;
  if (field === 'args') return known && describeArgument(known, commandLineOf(exec)?.args ?? [], index);
  return field === 'env' && key !== undefined ? describeEnv(exec, index, known?.plugin) : undefined;
}

/** Of its plugin, or one that many read. */
function describeEnv(exec: LocatedNode | undefined, index: number, plugin: KnownPlugin | undefined) {
  const name = textOf(nodeAt(exec, 'env', index, 'name'));
  const variable = plugin?.env.find((each) => each.name === name);
  if (plugin && variable) return describeVariable(plugin, variable);
  if (name === undefined || !Object.hasOwn(generalVariables, name)) return undefined;
  return paragraphs(`**${name}** · variable that many plugins read`, generalVariables[name]);
}

function describeCommand(exec: LocatedNode | undefined): string | undefined {
  const line = commandLineOf(exec);
  if (!line) return undefined;
  const known = pluginsOf(line);
  const [first, ...others] = known;
  if (first && others.length === 0) return describePlugin(first);
  // Without arguments yet it may become each of them.
  const plugins = first
    ? known.map(({ plugin }) => plugin)
    : line.args.length === 0
      ? pluginsOfCommand(line.command)
      : [];
  if (plugins.length === 0) return undefined;
  return paragraphs(
    `**Credential plugin** ${codeSpan(line.command)}`,
    'It depends on the arguments which one this is:',
    plugins.map(listed).join('\n'),
  );
}

function listed({ name, vendor, docsUrl }: KnownPlugin): string {
  return `- ${name} of ${vendor}${docsUrl ? `: [documentation](${docsUrl})` : ''}`;
}

export function describePlugin({ plugin, wrapper }: Recognized): string {
  const facts = [
    returned(plugin),
    versions(plugin),
    plugin.needsClusterInfo && clusterInfo(plugin),
    plugin.prompts === true && 'May ask something on standard input.',
    plugin.prompts === false && 'Asks nothing on standard input.',
    wrapper && `Started through \`${wrapper.commands[0]}\`.`,
  ];
  return paragraphs(
    `**${plugin.name}** · credential plugin of ${plugin.vendor}`,
    facts.filter(Boolean).join('  \n'),
    installation(plugin),
    documentation(plugin),
  );
}

const credentials: Readonly<Record<KnownPlugin['credential'], string>> = {
  token: 'Returns a token',
  certificate: 'Returns a client certificate',
  'token or certificate': 'Returns a token or a client certificate',
  'what is stored': 'Returns the credential that is stored for it',
};

function returned({ credential, lifetime }: KnownPlugin): string {
  return `${credentials[credential]}${lifetime ? `. Lifetime: ${lifetime}` : ''}.`;
}

function versions({ answers }: KnownPlugin): string | undefined {
  const { behaviour, chosenBy, since } = answers;
  const names = answers.versions.map((version) => `\`${version}\``).join(' and ');
  if (names === '') return since ?? undefined;
  const how = {
    'follows-request': ', as the entry says',
    fixed: ', whatever the entry says',
    'by-flag': chosenBy ? `, as ${chosenBy} says, which has to be the entry's` : '',
    'by-env': chosenBy ? `, as the variable ${chosenBy} says, which has to be the entry's` : '',
    unknown: '',
  }[behaviour];
  return [`Answers in ${names}${answers.versions.length > 1 || behaviour === 'fixed' ? how : ''}.`, since]
    .filter(Boolean)
    .join(' ');
}

function clusterInfo({ insteadOfClusterInfo: flags }: KnownPlugin): string {
  const instead = flags.length > 0 ? `, or ${listOf(flags.map((flag) => `\`${flag}\``))}` : '';
  return `Needs \`provideClusterInfo: true\`${instead}.`;
}

/** `a`, `b` and `c`. */
function listOf(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
}

function describeArgument(known: Recognized, args: readonly string[], index: number): string | undefined {
  const { plugin, argsStart, flagsStart } = known;
  const argument = args[index] ?? '';
  const own = flagOf(plugin, argument);
  if (own) return describeFlag(plugin, own, argument.slice(nameOfFlag(argument).length + 1));
  const before = flagOf(plugin, args[index - 1] ?? '');
  if (before?.value && !args[index - 1]?.includes('=') && index > argsStart) {
    return describeFlag(plugin, before, argument);
  }
  // The words of the subcommand are as much its name as the command is.
  return index < flagsStart && !argument.startsWith('-') ? describePlugin(known) : undefined;
}

function flagOf({ flags }: KnownPlugin, argument: string): Flag | undefined {
  const name = nameOfFlag(argument);
  return argument.startsWith('-') ? flags.find(({ names }) => names.includes(name)) : undefined;
}

function describeFlag(plugin: KnownPlugin, flag: Flag, value: string): string {
  const others = flag.names.slice(1).map((name) => `\`${name}\``);
  const meaning = flag.values && Object.hasOwn(flag.values, value) ? flag.values[value] : undefined;
  const list = Object.entries(flag.values ?? {}).map(([name, words]) => `- \`${name}\`: ${words}`);
  return paragraphs(
    `**${flag.names[0]}** · flag of ${plugin.name}`,
    flag.description,
    meaning ? `\`${value}\`: ${meaning}` : list.join('\n'),
    others.length > 0 ? `Also written ${others.join(', ')}.` : undefined,
    flag.secret ? '**Sensitive**: every program on this machine can read arguments.' : undefined,
    documentation(plugin),
  );
}

function describeVariable(plugin: KnownPlugin, { name, description, secret }: Variable): string {
  return paragraphs(
    `**${name}** · variable of ${plugin.name}`,
    description,
    secret ? '**Sensitive**: holds a credential' : undefined,
    documentation(plugin),
  );
}

/** The hint begins with what kubectl has not found. */
function installation({ installHint }: KnownPlugin): string | undefined {
  return installHint ? `**Installation**: ${installHint.replace(/^.* was not found\. /, '')}` : undefined;
}

function documentation({ docsUrl }: KnownPlugin): string | undefined {
  return docsUrl ? `[Documentation](${docsUrl})` : undefined;
}
