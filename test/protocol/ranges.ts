import type { Position, Range } from 'vscode-languageserver/node';

/** The position of an offset, counted here by itself: lines end with a line feed, characters are UTF-16. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The range of the first occurrence of some words. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start: positionOf(text, start), end: positionOf(text, start + words.length) };
}
