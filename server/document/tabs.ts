/**
 * The tab between a block list's "-" and its item at `start`, if there is one: go-yaml's scanner skips
 * tabs only where no key may begin.
 */
export function tabBeforeItem(text: string, start: number): number | undefined {
  let first: number | undefined;
  let at = start - 1;
  for (; text[at] === ' ' || text[at] === '\t'; at--) if (text[at] === '\t') first = at;
  return text[at] === '-' ? first : undefined;
}
