import type { Position, Range } from 'vscode-languageserver';
import { invalidParams } from './answers';

/**
 * Requests come from any client, so what they carry is looked at before it is used. All of these throw
 * a `ResponseError`.
 */
export function uriOf(params: unknown): string {
  const uri = property(params, 'uri');
  if (typeof uri !== 'string') throw invalidParams('The request names no document: "uri" must be text.');
  return uri;
}

/** The URI in `textDocument`. */
export function documentUriOf(params: unknown): string {
  return uriOf(property(params, 'textDocument'));
}

export function positionOf(params: unknown): Position {
  return positionIn(property(params, 'position'), '"position"');
}

/** The `start` and the `end` of `range`. */
export function rangeOf(params: unknown): Range {
  const range = property(params, 'range');
  return {
    start: positionIn(property(range, 'start'), '"start" of the range'),
    end: positionIn(property(range, 'end'), '"end" of the range'),
  };
}

export function positionIn(position: unknown, what = 'A position'): Position {
  const [line, character] = [property(position, 'line'), property(position, 'character')];
  if (!isCount(line) || !isCount(character)) {
    throw invalidParams(`${what} needs a "line" and a "character", both whole numbers from 0.`);
  }
  return { line, character };
}

/** `undefined` when it is left out. */
export function optionalText(params: unknown, name: string): string | undefined {
  const value = property(params, name) ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw invalidParams(`"${name}" must be text.`);
  return value;
}

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
