import { moved, type Range } from '../credential/hide';
import { redacted } from '../credential/secret';
import type { RunReport, TextStyle } from '../protocol';
import { headAndTail } from './head-tail';
import type { Scrubber } from './scrub';
import { terminalText } from './terminal-text';

/** UTF-8 bytes. */
const longest = 64 * 1024;
/** A text in more colours than this is a picture. */
const mostStyles = 2000;

/**
 * What the plugin wrote to stderr. Secrets are looked for in the plain text, and the styles moved to where their
 * text is then: no colour can break a secret up, and what is masked looks as its first character did.
 */
export function stderrReport(
  written: string,
  scrubber: Scrubber,
): Pick<RunReport, 'stderr' | 'stderrStyles'> {
  const { text, styles } = terminalText(written);
  let places = styles.slice(0, mostStyles).flatMap(({ start, end }) => [start, end]);
  const shown = scrubber.all(text, (ranges) => {
    places = moved(places, ranges, redacted.length);
  });
  const stderr = headAndTail(shown, longest);
  if (stderr !== shown) {
    const cut = difference(shown, stderr);
    places = moved(places, [cut], cut[1] - cut[0] + stderr.length - shown.length);
  }
  return { stderr, stderrStyles: colorsTell(styles, scrubber) ? [] : placed(styles, places) };
}

/** The part of a text that another has something else for. */
function difference(text: string, other: string): Range {
  const most = Math.min(text.length, other.length);
  let before = 0;
  while (before < most && text[before] === other[before]) before++;
  let after = 0;
  while (after < most - before && text.at(-1 - after) === other.at(-1 - after)) after++;
  return [before, text.length - after];
}

function placed(styles: readonly TextStyle[], places: readonly number[]): TextStyle[] {
  return styles.flatMap((style, index) => {
    const [start = 0, end = 0] = places.slice(2 * index, 2 * index + 2);
    return start < end ? [{ ...style, start, end }] : [];
  });
}

/** Whether the numbers of the colours spell a secret: three bytes fit into one. */
function colorsTell(styles: readonly TextStyle[], scrubber: Scrubber): boolean {
  const numbers = styles.flatMap(({ foreground = '', background = '' }) => [foreground, background]);
  const spelled = numbers.filter((color) => color.startsWith('#')).join('');
  return scrubber.known(spelled) !== spelled;
}
