export interface PemBlock {
  readonly type: string;
  readonly der: Buffer;
}

/** All blocks that Go's pem.Decode finds; malformed ones are passed over, as Go does. */
export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const begin = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const type = match[1] ?? '';
    // The line break before END may be the one that ended the BEGIN line.
    const end = text.indexOf(`\n-----END ${type}-----`, begin.lastIndex - 1);
    if (end === -1) {
      begin.lastIndex -= 1;
      continue;
    }
    const der = bodyOf(text.slice(begin.lastIndex, end));
    const afterEnd = text.slice(end + `\n-----END ${type}-----`.length);
    if (der && /^[ \t\r]*(?:\n|$)/.test(afterEnd)) {
      blocks.push({ type, der });
      begin.lastIndex = end + `\n-----END ${type}-----`.length;
    } else begin.lastIndex -= 1;
  }
  return blocks;
}

/** `undefined` when it is not base64. Headers, such as those of an encrypted key, come before it. */
function bodyOf(text: string): Buffer | undefined {
  const lines = text.split('\n');
  while (lines[0]?.includes(':')) lines.shift();
  const base64 = lines.join('').replace(/[ \t\r]/g, '');
  const valid = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64);
  return valid ? Buffer.from(base64, 'base64') : undefined;
}

export function isPrivateKey({ type }: PemBlock): boolean {
  return type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');
}
