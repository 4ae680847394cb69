import type {
  Answers,
  CommonError,
  Flag,
  InteractiveMode,
  KnownPlugin,
  Variable,
  Version,
} from './known-plugin';
import { argsOf, partsOf } from './template';

/** A plugin as it is written down. What is left out is not known, or `false` for `needsClusterInfo`. */
export interface Definition
  extends Pick<KnownPlugin, 'id' | 'vendor'>,
    Partial<
      Pick<
        KnownPlugin,
        | 'needsClusterInfo'
        | 'insteadOfClusterInfo'
        | 'extension'
        | 'prompts'
        | 'credential'
        | 'lifetime'
        | 'installHint'
        | 'docsUrl'
      >
    > {
  /** Default: the command and the first way to write the subcommand. */
  readonly name?: string;
  /** Default: the command of `usage`. */
  readonly commands?: readonly string[];
  /** The ways to write the subcommand: `ce cluster generate-token`. Default: there is none. */
  readonly words?: readonly string[];
  readonly needsFlag?: readonly string[];
  readonly marks?: readonly string[];
  readonly images?: readonly string[];
  /** Command and args: see `argsOf`. No secret has a place in it. */
  readonly usage: string;
  /** Variables to write: name to value; a name that ends in `?` may be left out. */
  readonly writeEnv?: Readonly<Record<string, string>>;
  /**
   * The version to write. Default: v1 if the plugin is known to answer in it, since only v1 makes sure that somebody
   * thought about prompting; else v1beta1, in which every plugin answered first.
   */
  readonly version?: Version;
  readonly mode?: InteractiveMode;
  readonly provideClusterInfo?: boolean;
  /** Default: not known. */
  readonly answers?: readonly Version[];
  /** Default: `fixed` with one version in `answers`, `follows-request` with two. */
  readonly behaviour?: Answers['behaviour'];
  readonly chosenBy?: string;
  readonly unchosen?: Version;
  readonly since?: string;
  /** `--login -l <mode>` to its description. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Values of a flag, with what they mean. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Flags and variables whose value may start with `~`. */
  readonly expandsHome?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Names of flags and variables whose values nobody may see. */
  readonly secrets?: readonly string[];
  /** What the user sees, the cause, the fix. */
  readonly errors?: readonly (readonly [message: string, cause: string, fix: string])[];
}

/** By the number of versions that a plugin answers in. */
const behaviours: readonly Answers['behaviour'][] = ['unknown', 'fixed', 'follows-request'];

export function define(definition: Definition): KnownPlugin {
  const [command = '', ...usage] = definition.usage.split(' ');
  const answers = definition.answers ?? [];
  return {
    id: definition.id,
    name: definition.name ?? `${command} ${definition.words?.[0] ?? ''}`.trim(),
    vendor: definition.vendor,
    detect: {
      commands: definition.commands ?? [command],
      words: (definition.words ?? ['']).map((words) => words.split(' ').filter((word) => word !== '')),
      flags: definition.needsFlag ?? [],
      marks: definition.marks ?? [],
      images: definition.images ?? [],
    },
    exec: {
      command,
      args: argsOf(usage.join(' ')),
      env: Object.entries(definition.writeEnv ?? {}).map(([name, value]) => ({
        name: name.replace(/\?$/, ''),
        parts: partsOf(value),
        optional: name.endsWith('?'),
      })),
      version: definition.version ?? (answers.includes('v1') ? 'v1' : 'v1beta1'),
      // What kubectl takes for v1beta1 where nothing is written; v1 has no default
      interactiveMode: definition.mode ?? 'IfAvailable',
      provideClusterInfo: definition.provideClusterInfo ?? definition.needsClusterInfo === true,
    },
    answers: {
      versions: answers,
      behaviour: definition.behaviour ?? behaviours[answers.length] ?? 'unknown',
      chosenBy: definition.chosenBy ?? null,
      unchosen: definition.unchosen ?? null,
      since: definition.since ?? null,
    },
    needsClusterInfo: definition.needsClusterInfo === undefined ? false : definition.needsClusterInfo,
    insteadOfClusterInfo: definition.insteadOfClusterInfo ?? [],
    extension: definition.extension ?? {},
    prompts: definition.prompts ?? null,
    credential: definition.credential ?? 'token',
    lifetime: definition.lifetime ?? null,
    installHint: definition.installHint ?? null,
    docsUrl: definition.docsUrl ?? null,
    flags: Object.entries(definition.flags ?? {}).map((flag) => flagOf(flag, definition)),
    env: Object.entries(definition.env ?? {}).map((variable) => variableOf(variable, definition)),
    errors: (definition.errors ?? []).map(([message, cause, fix]): CommonError => ({ message, cause, fix })),
  };
}

function flagOf(
  [spelling, description]: [string, string],
  { secrets, values, expandsHome }: Definition,
): Flag {
  const words = spelling.split(' ');
  const names = words.filter((word) => word.startsWith('-'));
  const value = words.find((word) => word.startsWith('<'));
  return {
    names,
    description,
    value: value?.slice(1, -1) ?? null,
    secret: names.some((name) => secrets?.includes(name)),
    values: values?.[names[0] ?? ''] ?? null,
    expandsHome: names.some((name) => expandsHome?.includes(name)),
  };
}

function variableOf([name, description]: [string, string], { secrets, expandsHome }: Definition): Variable {
  const has = (names: readonly string[] | undefined) => names?.includes(name) === true;
  return { name, description, secret: has(secrets), expandsHome: has(expandsHome) };
}
