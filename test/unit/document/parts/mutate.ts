/** Pieces that people type, most of which break a text or change its structure. */
const typed = [
  ...[
    'a',
    'comm',
    ': ',
    '\n',
    '  ',
    '- ',
    '"',
    "'",
    '{',
    '[',
    '}',
    ']',
    '#',
    ' #',
    ',',
    'name:',
    '|',
    '>',
    '-',
  ],
  ...[
    '\n\n',
    '\n  x: y',
    '\n- name: z\n',
    'k: v\n',
    '\n      foo',
    '\nfoo',
    '\nfoo: \n',
    '\n  - name: w\n',
    '&a ',
  ],
];

/** A text after one to three random changes, the same ones for the same seed. */
export function mutated(text: string, seed: number): string {
  const random = generator(seed);
  let result = text;
  for (let left = 1 + random(3); left > 0; left--) {
    const at = random(result.length + 1);
    const [before, behind] = [result.slice(0, at), result.slice(at)];
    const kind = random(4);
    if (kind === 0) result = before + behind.slice(1 + random(6));
    else if (kind === 1) result = before + behind.replace(/^.*/, '');
    else result = before + typed[random(typed.length)] + behind;
  }
  return result;
}

/** xorshift: whole numbers from 0 to below what is asked for. */
function generator(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let warm = 0; warm < 10; warm++) next();
  return (below) => next() % below;
}
