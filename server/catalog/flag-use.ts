import type { Flag } from './known-plugin';

/** A flag among the arguments: `--a=b`, `--a b` or `--a`. */
export interface FlagUse {
  /** As written, without a value. */
  readonly name: string;
  /** Index of the argument. */
  readonly index: number;
  /** Undefined for a switch. */
  readonly value: string | undefined;
  /** Index of the argument with the value: the flag's own, or the next. */
  readonly valueIndex: number;
}

/**
 * The flags from an argument on. Of one that is not known, the next argument is taken for its value unless it looks
 * like a flag.
 */
export function flagsIn(args: readonly string[], from: number, known: readonly Flag[]): FlagUse[] {
  const found: FlagUse[] = [];
  for (let index = from; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (!/^--?[A-Za-z]/.test(argument)) continue;
    const equals = argument.indexOf('=');
    if (equals > 0) {
      const [name, value] = [argument.slice(0, equals), argument.slice(equals + 1)];
      found.push({ name, index, value, valueIndex: index });
      continue;
    }
    const next = args[index + 1];
    const flag = known.find(({ names }) => names.includes(argument));
    const takesNext = flag ? flag.value !== null : next !== undefined && !next.startsWith('-');
    const value = takesNext ? next : undefined;
    found.push({ name: argument, index, value, valueIndex: value === undefined ? index : index + 1 });
    if (flag && value !== undefined) index += 1;
  }
  return found;
}
