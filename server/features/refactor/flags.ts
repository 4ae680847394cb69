import { nameOfFlag } from '../../catalog';

/** A flag among arguments, with the value that it has. */
export interface FoundFlag {
  readonly name: string;
  readonly value: string;
  /** Index of its first argument. */
  readonly index: number;
  /** One for `--name=value`, two for `--name value`. */
  readonly count: 1 | 2;
}

/** The flags of a list that are among some names and have a value. */
export function flagsIn(args: readonly string[], from: number, names: readonly string[]): FoundFlag[] {
  return args.flatMap((argument, index): FoundFlag[] => {
    const name = nameOfFlag(argument);
    if (index < from || !names.includes(name)) return [];
    if (argument !== name) return [{ name, value: argument.slice(name.length + 1), index, count: 1 }];
    const value = args[index + 1];
    return value === undefined ? [] : [{ name, value, index, count: 2 }];
  });
}
