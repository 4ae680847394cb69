import type { LocatedNode } from '../document/node';
import { GoSyntaxError } from '../go/json-scanner';
import { readJson } from './exec-info-edited';
import { shownExecInfo, shownName } from './exec-info-shown';
import type { Scrubber } from './scrub';

/**
 * An edited text, with every masked value that still stands where it was shown turned back into what it masks. All else
 * stays as it is. `made`: what would be sent without it. `scrubber`: that with which it was shown.
 */
export function restored(edited: string, made: string, scrubber: Scrubber): string {
  const [bytes, source] = [Buffer.from(edited), Buffer.from(made)];
  const [node, real] = [readJson(bytes), readJson(source)];
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
    const known = new Map(real.pairs.map((pair) => [nameOf(pair.name), pair]));
    for (const { name, key, value } of edited.pairs) {
      const pair = known.get(name);
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
