type Parts = readonly [start: string, changed: string, end: string];

/** What two values have in common at both ends, and what is another in the middle of each. */
export function changedParts(before: string, after: string): readonly [before: Parts, after: Parts] {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  // Without much in common the eye finds it better without marks.
  if (2 * (start + end) < Math.max(before.length, after.length)) return [whole(before), whole(after)];
  const parts = (text: string): Parts => [
    text.slice(0, start),
    text.slice(start, text.length - end),
    text.slice(text.length - end),
  ];
  return [parts(before), parts(after)];
}

/** Without a mark. */
export const whole = (text: string): Parts => [text, '', ''];

function commonStart(some: string, others: string): number {
  let length = 0;
  while (length < some.length && some[length] === others[length]) length++;
  // The two units of a character stay together.
  return /[\uD800-\uDBFF]/.test(some.charAt(length - 1)) ? length - 1 : length;
}

function commonEnd(some: string, others: string): number {
  const most = Math.min(some.length, others.length);
  let length = 0;
  while (length < most && some.at(-1 - length) === others.at(-1 - length)) length++;
  return /[\uDC00-\uDFFF]/.test(some.charAt(some.length - length)) ? length - 1 : length;
}
