import { parseArgs } from 'node:util';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export type Parsed<O extends Options> =
  | ReturnType<typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>>
  | { readonly problem: string };

/** Parses a command's arguments; what is wrong with them comes back as words, not as an exception. */
export function parse<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [problem] = error instanceof Error ? error.message.split('. ') : [];
    return { problem: lowerFirst(problem ?? 'the arguments cannot be read') };
  }
}

/** The value of `--format`, or words on what is wrong with it. */
export function formatOf(value: string | undefined): 'text' | 'json' | { readonly problem: string } {
  if (value === undefined || value === 'text' || value === 'json') return value ?? 'text';
  return { problem: `unknown format "${value}": use text or json` };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
