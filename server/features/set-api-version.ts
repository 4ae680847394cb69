import type { Kubeconfig } from '../document/kubeconfig';
import { type LocatedNode, pairOf } from '../document/node';

export interface TextChange {
  /** Absolute offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The only version that has no default for interactiveMode. */
const withoutDefault = 'client.authentication.k8s.io/v1';

/**
 * Makes an exec block speak another version, in the style of the document. `null`: the user has no exec
 * block in this file with a version that could be replaced.
 */
export function setApiVersion(document: Kubeconfig, userName: string, version: string): TextChange[] | null {
  const user = document.users.find(({ name }) => name === userName);
  const exec = user?.at('user', 'exec');
  const pair = pairOf(exec, 'apiVersion');
  if (!user || exec?.kind !== 'mapping' || !pair || pair.merged || pair.value.kind !== 'scalar') return null;
  const { value } = pair;
  const start = user.base + value.start;
  const end = user.base + value.end;
  const written = document.text.slice(start, end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const mode = version === withoutDefault && !isGiven(pairOf(exec, 'interactiveMode')?.value);
  const added = mode ? interactiveMode(document.text, user.base + pair.key.start, exec.flow, quote) : '';
  return [{ start, end, newText: `${quote}${version}${quote}${added}` }];
}

function isGiven(node: LocatedNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value !== null && node.value !== '';
}

/** Behind the version, on a line of its own where the keys of the block have lines of their own. */
function interactiveMode(text: string, keyStart: number, flow: boolean, quote: string): string {
  const jsonQuote = quote === '"' && text[keyStart] === '"' ? '"' : '';
  const field = `${jsonQuote}interactiveMode${jsonQuote}: ${quote}IfAvailable${quote}`;
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const before = text.slice(lineStart, keyStart);
  const alone = /^[ \t]*$/.test(before);
  if (flow) return alone ? `,\n${before}${field}` : `, ${field}`;
  return `\n${' '.repeat(before.length)}${field}`;
}
