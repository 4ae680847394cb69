import { plainValue, ScalarError } from '../document/scalars';

export type Quote = '' | "'" | '"';

/** How a scalar is to be written. */
export interface ScalarStyle {
  /** Inside of brackets or braces. */
  readonly flow: boolean;
  /** Around text; empty: only where it needs some. */
  readonly quote: Quote;
}

/** A scalar as kubectl's YAML reader reads it again: text stays text. On one line. */
export function scalarText(value: string | number | boolean | null, { flow, quote }: ScalarStyle): string {
  if (typeof value !== 'string') return String(value);
  if (quote === '' && isPlain(value, flow)) return value;
  if (quote === '"' || !/^[\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]*$/.test(value)) return doubleQuoted(value);
  return `'${value.replaceAll("'", "''")}'`;
}

/** Whether text needs no quotes, neither for kubectl nor for a reader of YAML 1.2. */
export function isPlain(text: string, flow: boolean): boolean {
  if (!/^[\x21-\x7e\xa1-\ud7ff\ue000-\ufffd](?:[\x20-\x7e\xa1-\ud7ff\ue000-\ufffd]*\S)?$/.test(text))
    return false;
  if (/^[,[\]{}#&*!|>'"%@`=]|^[-?:](?:\s|$)|^---|^\.\.\.$|^<<$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  if (flow && /[,[\]{}]|^[?:]|:$/.test(text)) return false;
  return isText(text);
}

function isText(text: string): boolean {
  try {
    return plainValue(text) === text;
  } catch (error) {
    if (error instanceof ScalarError) return false;
    throw error;
  }
}

/** Both JSON and YAML. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
