import { secretsOfValue } from '../credential/mask';
import { redacted } from '../credential/secret';
import { looksLikeToken } from '../credential/token-shape';
import type { LocatedNode } from '../document/node';
import { GoScanner, GoSyntaxError } from '../go/json-scanner';

/** Bytes. No system starts a program with a variable as long. */
const mostBytes = 2 ** 20;
/** More than a kubeconfig may have, and few enough for all that looks into it. */
const mostDepth = 600;

/** What is wrong with a text that is to be sent; `undefined`: nothing. It is not quoted, as it may hold a secret. */
export function editedProblem(text: string): string | undefined {
  const bytes = Buffer.from(text);
  if (bytes.length > mostBytes) return 'The edited ExecCredential is larger than 1 MiB. Shorten it.';
  const node = readJson(bytes);
  if (node instanceof GoSyntaxError) {
    return `The edited ExecCredential is not JSON. Correct it at ${placeOf(bytes, node.at)}.`;
  }
  if (node.kind !== 'mapping')
    return 'The edited ExecCredential is not a JSON object. Begin it with a brace.';
  return depthOf(node) > mostDepth ? 'The edited ExecCredential is nested too deeply.' : undefined;
}

/** Positions count bytes. */
export function readJson(bytes: Uint8Array): LocatedNode | GoSyntaxError {
  try {
    return new GoScanner(bytes).read();
  } catch (error) {
    if (error instanceof GoSyntaxError) return error;
    throw error;
  }
}

/** Counted from 1, in characters. */
function placeOf(bytes: Buffer, at: number): string {
  const lines = bytes.subarray(0, at).toString('utf8').split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

function depthOf(root: LocatedNode): number {
  let deepest = 0;
  const open: [node: LocatedNode, depth: number][] = [[root, 1]];
  for (let at = open.pop(); at; at = open.pop()) {
    const [node, depth] = at;
    deepest = Math.max(deepest, depth);
    for (const inner of childrenOf(node)) open.push([inner, depth + 1]);
  }
  return deepest;
}

function childrenOf(node: LocatedNode): readonly LocatedNode[] {
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'mapping' ? node.pairs.map(({ value }) => value) : [];
}

/** What is secret in an edited text, by name and by shape. */
export function editedSecrets(text: string): string[] {
  const node = readJson(Buffer.from(text));
  if (node instanceof GoSyntaxError) return [];
  return [...secretsOfValue(plainValue(node)), ...namesIn(node).filter(looksLikeToken)].filter(
    (secret) => !secret.includes(redacted),
  );
}

/** Each pair is an object of its own: of those with the same name all count. */
function plainValue(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plainValue);
  return node.pairs.map(({ name, value }) => Object.fromEntries([[name, plainValue(value)]]));
}

function namesIn(node: LocatedNode): string[] {
  const own = node.kind === 'mapping' ? node.pairs.map(({ name }) => name) : [];
  return [...own, ...childrenOf(node).flatMap(namesIn)];
}
