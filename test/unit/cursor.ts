/** Takes the cursor out of a text: the only `|`, or the only `‸` where the text has bars of its own. */
export function cursor(marked: string): { text: string; offset: number } {
  const mark = marked.includes('‸') ? '‸' : '|';
  const offset = marked.indexOf(mark);
  if (offset < 0 || offset !== marked.lastIndexOf(mark)) throw new Error(`needs one cursor: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + mark.length), offset };
}
