import type { MappingSketch, ScalarSketch } from './sketch';
import { lineEndAt } from './sketch/scalars';

export type Path = readonly (string | number)[];

/** Where something can be written, and what it takes the place of. Offsets are absolute, end exclusive. */
interface Written {
  readonly start: number;
  readonly end: number;
  /** What is there up to the cursor, without quotation marks. */
  readonly typed: string;
  /** The quotation mark that it begins with. */
  readonly quote: '' | "'" | '"';
  /** To be written first: a blank, indentation, a dash. */
  readonly lead: string;
  /** In brackets or braces. */
  readonly flow: boolean;
  /** In brackets, commas that are missing: behind what ends at an offset before it; behind itself. */
  readonly comma: { readonly before: number | undefined; readonly after: boolean };
  /** Of its line's indentation, or in block style the one that what is below a key or a value counts from. */
  readonly column: number;
}

/** A key can be written here. */
export interface KeyPlace extends Written {
  readonly on: 'key';
  /** Of the mapping. */
  readonly path: Path;
  /** The mapping as it is; `undefined` if it begins with this key. */
  readonly mapping: MappingSketch | undefined;
  /** The other keys that it has. */
  readonly names: readonly string[];
  /** A colon follows, so that only the name is to be written. */
  readonly named: boolean;
}

/** A value can be written here. */
export interface ValuePlace extends Written {
  readonly on: 'value';
  readonly path: Path;
  /** - `line`: behind its key; `own`: on a line of its own or behind a dash, so that keys may begin here. */
  readonly stands: 'line' | 'own';
}

export type Place = KeyPlace | ValuePlace;

export const noCommas = { before: undefined, after: false } as const;

/** Behind the closing quotation mark. */
export function isBehindQuote(text: string, { start, end, quote }: ScalarSketch, offset: number): boolean {
  return quote !== '' && offset === end && end - start > 1 && text[end - 1] === quote;
}

/** What stands for something else, by a name that is not ours. */
export function isAlias(text: string, { start, quote }: ScalarSketch): boolean {
  return quote === '' && text[start] === '*';
}

/** Replaces a scalar as far as it is on the line of the cursor. */
export function scalarAt(text: string, { start, end, quote }: ScalarSketch, offset: number) {
  const mark = quote === '|' ? '' : quote;
  return {
    start,
    end: Math.max(offset, Math.min(end, lineEndAt(text, start))),
    typed: text.slice(start + mark.length, Math.max(offset, start + mark.length)),
    quote: mark,
    lead: '',
    comma: noCommas,
  } as const;
}
