import { nameOfFlag, type Recognized } from '../../catalog';
import type { Flag, KnownPlugin } from '../../catalog/known-plugin';
import type { ValuePlace } from '../../document/cursor';
import { sketchAt } from '../../document/sketch';
import type { Value } from '../../edits/render';
import { execBlock } from './blocks';
import { type Exec, execAround } from './exec';
import { hole } from './holes';
import type { CompletionItem, Scope } from './item';
import { textItem } from './values';

/** All arguments of a plugin, where there are none. */
export function argLists(scope: Scope<ValuePlace>): CompletionItem[] {
  const { plugins } = execAround(scope);
  return plugins.flatMap((plugin) => {
    const values = argsOf(scope, plugin);
    if (values.length === 0) return [];
    return { ...wholeItem(scope, plugin), ...scope.pen.value(scope.place, values) };
  });
}

/** What can be the next argument of a known plugin: a word of its subcommand, a flag, the value of one. */
export function argItems(scope: Scope<ValuePlace>): CompletionItem[] {
  const index = Number(scope.place.path.at(-1));
  const exec = execAround(scope, isBegun(scope, index) ? index : undefined);
  const before = exec.line.args.slice(0, index);
  const known = exec.recognized.filter(({ argsStart }) => index >= argsStart);
  if (known.length === 0) return wordItems(scope, exec, before);
  const flags = flagsOf(known);
  const open = before.length > 0 ? flags.find(({ names }) => names.includes(before.at(-1) ?? '')) : undefined;
  if (open?.value) return flagValues(scope, open, '');
  const typed = flags.find(
    ({ names }) => scope.place.typed.includes('=') && names.includes(nameOfFlag(scope.place.typed)),
  );
  if (typed) return flagValues(scope, typed, `${nameOfFlag(scope.place.typed)}=`);
  return flagItems(scope, exec, flags, known);
}

/** Whether the argument is among those that are there, empty or half typed. */
function isBegun({ root, place }: Scope<ValuePlace>, index: number): boolean {
  const list = sketchAt(root, place.path.slice(0, -1));
  const item = list?.kind === 'list' ? list.items[index] : undefined;
  return item !== undefined && (item.value === undefined || place.end > place.start);
}

/** Programs that share a name share some flags, too. */
function flagsOf(known: readonly Recognized[]): Flag[] {
  const flags = new Map(
    known.flatMap(({ plugin }) => plugin.flags.map((flag) => [flag.names[0], flag] as const)),
  );
  return [...flags.values()];
}

function flagItems(
  scope: Scope<ValuePlace>,
  { line }: Exec,
  flags: readonly Flag[],
  known: readonly Recognized[],
): CompletionItem[] {
  const used = new Set(line.args.map(nameOfFlag));
  const joined = joins(line.args, known);
  return flags
    .filter(({ names }) => !names.some((name) => used.has(name)))
    .map((flag, index) => {
      const [name = ''] = flag.names;
      const value = hole('', Object.keys(flag.values ?? {}));
      const values = flag.value === null ? [name] : joined ? [`${name}=${value}`] : [name, value];
      return {
        label: name,
        kind: 'flag' as const,
        detail: flag.value === null ? 'switch' : `<${flag.value}>`,
        documentation: flag.description,
        sort: `${flag.secret ? '3' : '1'}${String(index).padStart(2, '0')}`,
        filter: scope.place.quote + name,
        ...write(scope, values),
      };
    });
}

/** Whether flags and values are written as one argument. */
function joins(args: readonly string[], known: readonly Recognized[]): boolean {
  const own = args.find((argument) => /^--?[\w-]+=/.test(argument));
  if (own !== undefined) return true;
  const hasApart = args.some(
    (argument, index) => /^--[\w-]+$/.test(argument) && /^[^-]/.test(args[index + 1] ?? '-'),
  );
  const template = known[0]?.plugin.exec.args ?? [];
  return !hasApart && template.some(({ parts }) => typeof parts[0] === 'string' && parts[0].includes('='));
}

/** Secret values are never proposed: there are none to know. */
function flagValues(scope: Scope<ValuePlace>, flag: Flag, prefix: string): CompletionItem[] {
  return Object.entries(flag.values ?? {}).map(([value, meaning], index) => ({
    label: prefix + value,
    kind: 'value',
    documentation: meaning,
    ...textItem(scope, prefix + value, `1${String(index).padStart(2, '0')}`),
  }));
}

/** The next word of the subcommands that begin as what is there, or all arguments at once where there are none. */
function wordItems(
  scope: Scope<ValuePlace>,
  { line, plugins }: Exec,
  before: readonly string[],
): CompletionItem[] {
  const typed = before.filter((argument) => !argument.startsWith('-'));
  const items = plugins.flatMap((plugin) =>
    plugin.detect.words.flatMap((words) => {
      const next = words[typed.length];
      const fits = next !== undefined && typed.every((word, index) => words[index] === word);
      return fits ? [wordItem(scope, next, plugin)] : [];
    }),
  );
  const whole = line.args.length === 0 ? plugins.map((plugin) => wholeItem(scope, plugin)) : [];
  const seen = new Set<string>();
  return [...whole, ...items].filter(({ label }) => !seen.has(label) && seen.add(label));
}

function wordItem(scope: Scope<ValuePlace>, word: string, plugin: KnownPlugin): CompletionItem {
  return { label: word, kind: 'word', detail: plugin.name, ...textItem(scope, word, '2') };
}

function wholeItem(scope: Scope<ValuePlace>, plugin: KnownPlugin): CompletionItem {
  const values = argsOf(scope, plugin);
  const label = `arguments of ${plugin.name}`;
  return {
    label,
    kind: 'block',
    detail: plugin.vendor,
    sort: '1',
    filter: scope.place.quote + label,
    ...write(scope, values.length > 0 ? values : [hole()]),
  };
}

function argsOf(scope: Scope<ValuePlace>, plugin: KnownPlugin): readonly Value[] {
  const { args } = execBlock(plugin, scope.context);
  return Array.isArray(args) ? (args as readonly Value[]) : [];
}

function write({ root, place, pen }: Scope<ValuePlace>, values: readonly Value[]) {
  const list = sketchAt(root, place.path.slice(0, -1));
  const column = list?.kind === 'list' && !list.flow ? list.column : place.column - 2;
  return pen.items(place, values, column);
}
