/** Takes lines away as long as `fails` still holds, at most `tries` times. */
export async function shrink(
  text: string,
  fails: (text: string) => Promise<boolean>,
  tries: number,
): Promise<string> {
  let lines = text.split('\n');
  let left = tries;
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < lines.length && left > 0; ) {
      const fewer = lines.toSpliced(at, size);
      left--;
      if (fewer.length > 0 && (await fails(fewer.join('\n')))) lines = fewer;
      else at += size;
    }
  }
  return lines.join('\n');
}
