import type { Detect, KnownPlugin } from './known-plugin';
import { type Wrapper, wrappers } from './wrapper';

/** What is written in an exec block, or as much of it as there is yet. */
export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  /** Names are enough. */
  readonly env?: readonly { readonly name: string }[];
}

export interface Recognized {
  readonly plugin: KnownPlugin;
  /** Between the entry and the plugin: `aws-vault exec work -- aws …`. */
  readonly wrapper: Wrapper | null;
  /** Index in `args` of the first argument that is the plugin's own. */
  readonly argsStart: number;
  /** Index in `args` after the last word of the subcommand: from here on flags are expected. */
  readonly flagsStart: number;
}

/** The plugin's own part of a command line. */
interface Inner {
  readonly command: string;
  readonly start: number;
  readonly image: string | null;
  readonly wrapper: Wrapper | null;
}

/** Last part of a path of any system, in lower case, without what Windows puts at the end. */
export function commandName(command: string): string {
  const name = command.split(/[\\/]/).at(-1) ?? '';
  return name.toLowerCase().replace(/\.(?:exe|cmd|bat|com)$/, '');
}

/** All that the block may run: several where programs share a name and no flag tells which it is. */
export function candidatesOf(line: CommandLine, plugins: readonly KnownPlugin[]): Recognized[] {
  const inner = throughWrappers(line, plugins);
  const found = plugins.flatMap((plugin) => {
    if (!isCommandOf(plugin.detect, inner)) return [];
    const flagsStart = endOfWords(plugin, line.args, inner.start);
    if (flagsStart === undefined || !hasNeededFlag(plugin.detect, line.args)) return [];
    return [{ plugin, wrapper: inner.wrapper, argsStart: inner.start, flagsStart }];
  });
  const marked = found.filter(({ plugin }) => isMarked(plugin.detect, line));
  if (found.length > 1 && marked.length > 0) return marked;
  // `kubectl-oidc_login` is nobody else's name
  const longest = Math.max(...found.map(({ plugin }) => plugin.detect.words[0]?.length ?? 0));
  return found.filter(({ plugin }) => (plugin.detect.words[0]?.length ?? 0) === longest);
}

function throughWrappers(line: CommandLine, plugins: readonly KnownPlugin[]): Inner {
  let inner: Inner = { command: commandName(line.command), start: 0, image: null, wrapper: null };
  // One round for each layer; each takes an argument at least
  for (let next: Inner | undefined = inner; next; next = unwrapped(inner, line.args, plugins)) inner = next;
  return inner;
}

function unwrapped(
  inner: Inner,
  args: readonly string[],
  plugins: readonly KnownPlugin[],
): Inner | undefined {
  if (inner.image !== null) return undefined;
  const first = args[inner.start];
  if (first === undefined) return undefined;
  if (inner.command === 'kubectl') {
    if (!/^[a-z]/i.test(first)) return undefined;
    return { ...inner, command: `kubectl-${first.replaceAll('-', '_')}`, start: inner.start + 1 };
  }
  const wrapper = wrappers.find(({ commands, word }) => {
    return commands.includes(inner.command) && (word === null || word === first);
  });
  if (!wrapper) return undefined;
  const at = startOfInner(wrapper, args, inner.start, plugins);
  const command = args[at];
  if (command === undefined) return undefined;
  return wrapper.starts === 'image'
    ? { command: '', start: at + 1, image: repositoryOf(command), wrapper }
    : { command: commandName(command), start: at + 1, image: null, wrapper };
}

/** Index of the other program's command or image; the number of arguments if there is none. */
function startOfInner(
  { starts }: Wrapper,
  args: readonly string[],
  from: number,
  plugins: readonly KnownPlugin[],
): number {
  const at = args.findIndex((argument, index) => {
    if (index < from) return false;
    if (starts === 'assignments') return !/^-|^\w+=/.test(argument);
    if (starts === 'dashes') return args[index - 1] === '--';
    const repository = repositoryOf(argument);
    return plugins.some(({ detect }) => detect.images.includes(repository));
  });
  return at < 0 ? args.length : at;
}

/** `ghcr.io/int128/kubelogin:v1.28@sha256:…` without tag and digest. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/s, '').replace(/:[^:/]*$/, '');
}

function isCommandOf(detect: Detect, { command, image }: Inner): boolean {
  if (image !== null) return detect.images.includes(image);
  const name = command.startsWith('kubectl-') ? command.replaceAll('_', '-') : command;
  return detect.commands.some((known) => known === command || known === name);
}

/** Index after the last word of the subcommand, whichever way it is written. */
function endOfWords(plugin: KnownPlugin, args: readonly string[], from: number): number | undefined {
  for (const words of plugin.detect.words) {
    const end = endOf(words, plugin, args, from);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endOf(
  words: readonly string[],
  plugin: KnownPlugin,
  args: readonly string[],
  from: number,
): number | undefined {
  let index = from;
  let matched = 0;
  let mayBeValue = false;
  while (matched < words.length) {
    const argument = args[index];
    if (argument === undefined) return undefined;
    index += 1;
    if (argument.startsWith('-')) {
      const flag = plugin.flags.find(({ names }) => names.includes(argument));
      mayBeValue = flag === undefined && !argument.includes('=');
      if (flag && flag.value !== null) index += 1;
    } else if (argument === words[matched]) {
      matched += 1;
      mayBeValue = false;
    } else if (mayBeValue) {
      mayBeValue = false;
    } else {
      return undefined;
    }
  }
  return index;
}

function hasNeededFlag({ flags }: Detect, args: readonly string[]): boolean {
  return flags.length === 0 || args.some((argument) => flags.includes(nameOfFlag(argument)));
}

function isMarked({ marks }: Detect, { args, env }: CommandLine): boolean {
  return (
    args.some((argument) => marks.includes(nameOfFlag(argument))) ||
    env?.some(({ name }) => marks.some((mark) => !mark.startsWith('-') && name.startsWith(mark))) === true
  );
}

/** `--login=spn` is the flag `--login`. */
export function nameOfFlag(argument: string): string {
  return argument.replace(/=.*$/s, '');
}
