import { secretsOfValue } from '../credential/mask';
import { redacted } from '../credential/secret';
import { looksLikeToken } from '../credential/token-shape';
import type { LocatedNode } from '../document/node';
import { GoScanner, GoSyntaxError } from '../go/json-scanner';
import { shownExecInfo, shownName } from './exec-info-shown';
import type { Scrubber } from './scrub';

/** Bytes. No system starts a program with a variable as long. */
const mostBytes = 2 ** 20;
/** More than a kubeconfig may have, and few enough for all that looks into it. */
const mostDepth = 600;

/** What is wrong with a text that is to be sent; `undefined`: nothing. It is not quoted, as it may hold a secret. */
export function editedProblem(text: string): string | undefined {
  const bytes = Buffer.from(text);
  if (bytes.length > mostBytes) return 'The edited ExecCredential is larger than 1 MiB. Shorten it.';
  const node = read(bytes);
  if (node instanceof GoSyntaxError) {
    return `The edited ExecCredential is not JSON. Correct it at ${placeOf(bytes, node.at)}.`;
  }
  if (node.kind !== 'mapping')
    return 'The edited ExecCredential is not a JSON object. Begin it with a brace.';
  return depthOf(node) > mostDepth ? 'The edited ExecCredential is nested too deeply.' : undefined;
}

function read(bytes: Uint8Array): LocatedNode | GoSyntaxError {
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
  const node = read(Buffer.from(text));
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

/**
 * An edited text, with every masked value that still stands where it was shown turned back into what it masks. All else
 * stays as it is. `made`: what would be sent without it. `scrubber`: that with which it was shown.
 */
export function restored(edited: string, made: string, scrubber: Scrubber): string {
  const [bytes, source] = [Buffer.from(edited), Buffer.from(made)];
  const [node, real] = [read(bytes), read(source)];
  if (node instanceof GoSyntaxError || real instanceof GoSyntaxError) return edited;
  const masks = [...masksIn(node, real, shownExecInfo(made, scrubber), (name) => shownName(name, scrubber))];
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { at, by } of masks.toSorted((a, b) => a.at.start - b.at.start)) {
    parts.push(bytes.subarray(done, at.start), source.subarray(by.start, by.end));
    done = at.end;
  }
  return Buffer.concat([...parts, bytes.subarray(done)]).toString('utf8');
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the edited text, and that of the real one in whose place it stands. */
interface Mask {
  readonly at: Span;
  readonly by: Span;
}

function* masksIn(
  edited: LocatedNode,
  real: LocatedNode,
  shown: unknown,
  nameOf: (name: string) => string,
): Generator<Mask> {
  if (edited.kind === 'scalar') {
    const isMask = real.kind === 'scalar' && typeof shown === 'string' && shown !== real.value;
    if (isMask && edited.value === shown) yield { at: edited, by: real };
  } else if (edited.kind === 'sequence') {
    if (real.kind !== 'sequence' || !Array.isArray(shown)) return;
    for (const [index, item] of edited.items.entries()) {
      const inner = real.items[index];
      if (inner) yield* masksIn(item, inner, shown[index], nameOf);
    }
  } else if (real.kind === 'mapping') {
    for (const { name, key, value } of edited.pairs) {
      const pair = real.pairs.findLast((each) => nameOf(each.name) === name);
      if (!pair) continue;
      if (pair.name !== name) yield { at: key, by: pair.key };
      yield* masksIn(value, pair.value, fieldOf(shown, name), nameOf);
    }
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
