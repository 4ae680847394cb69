import type { LoadFault } from '../../document/fault';
import type { Candidate } from './syntax-candidate';

/** What YAML takes and JSON does not: a comma at the end, comments, names without quotes, single quotes. */
export function jsonCandidates(text: string, { start }: LoadFault): Candidate[] {
  const comma = /,\s*$/.exec(text.slice(0, start));
  const comment = /^(?:\/\/|#).*|^\/\*[\s\S]*?\*\//.exec(text.slice(start));
  const name = /^[\w-]+(?=\s*:)/.exec(text.slice(start))?.[0];
  const single = /^'([^'\\\n]*)'/.exec(text.slice(start));
  const behind = text.slice(start).trim() !== '' && isWhole(text.slice(0, start));
  return [
    ...(comma ? [replaced('Remove the comma', comma.index, comma.index + 1, '')] : []),
    ...(comment ? [replaced('Remove the comment', start, start + comment[0].length, '')] : []),
    ...(name ? [replaced('Put the key in quotes', start, start + name.length, JSON.stringify(name))] : []),
    ...(single
      ? [replaced('Write double quotes', start, start + single[0].length, JSON.stringify(single[1]))]
      : []),
    ...(behind ? [replaced('Remove what follows', start, text.length, '')] : []),
  ];
}

function replaced(title: string, start: number, end: number, newText: string): Candidate {
  return { title, edits: [{ start, end, newText }] };
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
