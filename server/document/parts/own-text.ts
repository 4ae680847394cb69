import type { Text } from '../text';

/**
 * A part of a text, in memory of its own. The engine's own slices keep the whole text that they are cut from, so that
 * each version of a text would stay as long as anything that was read from it.
 */
export function ownText(text: Text, start: number, end: number): string {
  return JSON.parse(JSON.stringify(text.slice(start, end))) as string;
}
