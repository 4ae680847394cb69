import { mayHoldSecret } from '../../document/quotable';
import type { Link } from './links';
import type { Span } from './spans';

/** An address as a link: without query and fragment; `undefined` where a user name or a password is in it. */
export function addressLink(address: string): string | undefined {
  if (!/^https?:\/\/[^\s@]+$/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

const inText = /https?:\/\/[^\s"'`<>\\()[\]{}|^]+/gi;

/** The addresses in a text such as a hint. */
export function linksInText(text: string, { start, end }: Span): Link[] {
  return [...text.slice(start, end).matchAll(inText)].flatMap(({ 0: match, index }) => {
    const url = withoutMarks(match);
    if (!isHarmless(url)) return [];
    const at = start + index;
    return [{ start: at, end: at + url.length, target: { url }, tooltip: url }];
  });
}

/** Without what ends a sentence. */
function withoutMarks(address: string): string {
  let end = address.length;
  while ('.,;:!?'.includes(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}

function isHarmless(url: string): boolean {
  if (url.includes('@') || !URL.canParse(url)) return false;
  return [...new URL(url).searchParams.keys()].every((key) => !mayHoldSecret(key));
}
