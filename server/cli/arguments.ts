import { parseArgs } from 'node:util';
import { isRelease } from '../schema/release';

interface OptionType {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given several times; else the last one counts. */
  readonly multiple?: true;
}

type Options = Readonly<Record<string, OptionType>>;

type Values<O extends Options> = {
  [Name in keyof O]?: O[Name]['type'] extends 'string'
    ? O[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string
    : boolean;
};

export type Parsed<O extends Options> =
  | { readonly values: Values<O>; readonly positionals: readonly string[]; readonly help: boolean }
  | { readonly problem: string };

const help = { help: { type: 'boolean', short: 'h' } } as const;

/**
 * Parses a command's arguments; what is wrong with them comes back as words. `--help` and `-h` are known
 * to every command and win over any mistake beside them.
 */
export function parse<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  const known: Options = { ...options, ...help };
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  const values: Record<string, string | boolean | string[]> = {};
  const positionals: string[] = [];
  let problem: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    problem ??= problemOf(token, known);
    const { value = true } = token;
    const before = values[token.name];
    if (!known[token.name]?.multiple) values[token.name] = value;
    else values[token.name] = [...(Array.isArray(before) ? before : []), `${value}`];
  }
  if (values['help'] === true) return { values: {}, positionals, help: true };
  return problem === undefined ? { values: values as Values<O>, positionals, help: false } : { problem };
}

interface Option {
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function problemOf({ name, rawName, value, inlineValue }: Option, known: Options): string | undefined {
  if (!Object.hasOwn(known, name)) return `unknown option "${rawName}"`;
  if (known[name]?.type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value`;
  // What looks like a flag is taken for a value only after an equals sign.
  const flag = !inlineValue && value?.startsWith('-') && value !== '-';
  return value === undefined || flag ? `${rawName} needs a value` : undefined;
}

/** The value of `--kubernetes-version`, or words on what is wrong with it. */
export function releaseOf(value: string | undefined): string | undefined | { readonly problem: string } {
  if (value === undefined || isRelease(value)) return value;
  return { problem: `--kubernetes-version takes a release such as 1.29, from 1.10 on, not "${value}"` };
}

/** The value of `--format`, or words on what is wrong with it. The first of `formats` is the default. */
export function formatOf<F extends string>(
  value: string | undefined,
  formats: readonly [F, ...F[]],
): F | { readonly problem: string } {
  const known = value === undefined ? formats[0] : formats.find((format) => format === value);
  if (known) return known;
  const list = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
  return { problem: `unknown format "${value}": use ${list}` };
}
