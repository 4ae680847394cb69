import { applyEdits, overlap } from '../edits/edit';
import type { Checked, Diagnostic } from './check';
import type { Fix } from './rule';
import type { ContextVerdict } from './verdict';

/** What a check says of files; kubectl may see them together. */
export interface Findings {
  readonly files: readonly Pick<Checked, 'diagnostics' | 'contexts'>[];
}

/** A fix that was made. */
export interface Made extends Pick<Diagnostic, 'code' | 'severity'>, Pick<Fix, 'title' | 'kind'> {
  /** Index of the file. */
  readonly file: number;
  /** Where the finding was in the text as it was first. */
  readonly start: number;
  readonly end: number;
}

export interface Repaired {
  readonly texts: readonly string[];
  /** In the order in which they were made. */
  readonly made: readonly Made[];
  /** What is left. */
  readonly findings: Findings;
  /** Where a place in a text was before all fixes. */
  originalOffset(offset: number, file: number): number;
}

interface Candidate {
  readonly file: number;
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** A fault may hide others, so that it takes a few rounds; more would be a fix that undoes another. */
const mostRounds = 10;

/**
 * Makes the fixes that need no choice until there are none left. `check` is asked about every state on the way:
 * no fix stays by which kubectl would refuse a context that it accepted before.
 */
export function repair(texts: readonly string[], check: (texts: readonly string[]) => Findings): Repaired {
  const made: Made[] = [];
  let state: State = { texts, findings: check(texts) };
  const history: (readonly Candidate[])[] = [];
  const seen = new Set([key(texts)]);
  for (let round = 0; round < mostRounds; round++) {
    const next = roundOf(state, check);
    if (next.done.length === 0 || seen.has(key(next.state.texts))) break;
    seen.add(key(next.state.texts));
    for (const { file, diagnostic, fix } of next.done) {
      const { code, severity } = diagnostic;
      const [start, end] = [diagnostic.start, diagnostic.end].map((at) => originalOffset(at, file, history));
      made.push({ code, severity, title: fix.title, kind: fix.kind, file, start: start ?? 0, end: end ?? 0 });
    }
    history.push(next.done);
    state = next.state;
  }
  return {
    ...state,
    made,
    originalOffset: (offset, file) => originalOffset(offset, file, history),
  };
}

interface State {
  readonly texts: readonly string[];
  readonly findings: Findings;
}

interface Round {
  readonly state: State;
  readonly done: readonly Candidate[];
}

const key = (texts: readonly string[]) => JSON.stringify(texts);

/** All at once where that harms nothing, else one after the other. */
function roundOf(state: State, check: (texts: readonly string[]) => Findings): Round {
  const candidates = compatible(candidatesIn(state.findings));
  const all = stateAfter(state, candidates, check);
  if (!isWorse(state.findings, all.findings)) return { state: all, done: candidates };
  const done: Candidate[] = [];
  let reached = state;
  for (const candidate of candidates) {
    const next = stateAfter(state, [...done, candidate], check);
    if (isWorse(state.findings, next.findings)) continue;
    done.push(candidate);
    reached = next;
  }
  return { state: reached, done };
}

function stateAfter(
  { texts }: State,
  candidates: readonly Candidate[],
  check: (texts: readonly string[]) => Findings,
): State {
  const changed = texts.map((text, file) =>
    applyEdits(
      text,
      candidates.filter((each) => each.file === file).flatMap(({ fix }) => fix.edits),
    ),
  );
  return { texts: changed, findings: check(changed) };
}

/** The first fix of each finding that needs no choice; errors come before warnings. */
function candidatesIn({ files }: Findings): Candidate[] {
  const all = files.flatMap(({ diagnostics }, file) =>
    diagnostics.flatMap((diagnostic) => {
      const fix = diagnostic.fixes().find(({ kind }) => kind !== 'choice');
      return fix ? [{ file, diagnostic, fix }] : [];
    }),
  );
  const isError = ({ diagnostic }: Candidate) => diagnostic.severity === 'error';
  // In a text that can't be read all else is guessed.
  const unread = new Set(all.flatMap(({ file, diagnostic }) => (diagnostic.code === 'syntax' ? [file] : [])));
  if (unread.size > 0)
    return all.filter(({ file, diagnostic }) => diagnostic.code === 'syntax' || !unread.has(file));
  return [...all.filter(isError), ...all.filter((each) => !isError(each))];
}

/** Those that change different places; what is left out comes again in the next round. */
function compatible(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const clash = kept.some(
      ({ file, fix }) => file === candidate.file && overlap(fix.edits, candidate.fix.edits),
    );
    if (!clash) kept.push(candidate);
  }
  return kept;
}

/** Whether kubectl refuses something that it accepted. */
function isWorse(before: Findings, after: Findings): boolean {
  const [old, now] = [before, after].map(({ files }) => files.flatMap(({ contexts }) => contexts));
  if (!old || !now) return false;
  const refused = now.filter(({ accepted }) => !accepted);
  const lost = old.some((context) => context.accepted && refused.some((other) => isSame(context, other)));
  return lost || (!hasError(before) && hasError(after));
}

/** By name, or both in use. */
function isSame(a: ContextVerdict, b: ContextVerdict): boolean {
  return (a.current && b.current) || (a.name !== null && a.name === b.name);
}

function hasError({ files }: Findings): boolean {
  return files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
}

/** Where a place was before all rounds. */
function originalOffset(offset: number, file: number, history: readonly (readonly Candidate[])[]): number {
  return history.reduceRight((at, done) => {
    const edits = done
      .filter((each) => each.file === file)
      .flatMap(({ fix }) => fix.edits)
      .toSorted((a, b) => a.start - b.start);
    return offsetBefore(at, edits);
  }, offset);
}

function offsetBefore(after: number, edits: Fix['edits']): number {
  let shift = 0;
  for (const { start, end, newText } of edits) {
    const from = start + shift;
    if (after < from) break;
    if (after < from + newText.length) return start;
    shift += newText.length - (end - start);
  }
  return after - shift;
}
