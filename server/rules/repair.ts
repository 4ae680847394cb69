import { applyEdits, overlap } from '../edits/edit';
import type { Checked, Diagnostic } from './check';
import { type History, originalOffset } from './repair-places';
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
/** kubectl's reader stops at the first thing that it can't read, so that each takes a round of its own. */
const mostReadings = 40;

type Check = (texts: readonly string[]) => Findings;

/** What is not to be tried again: a file, or a fix by its key. */
type Ban = ReadonlySet<number | string>;

/**
 * Makes the fixes that need no choice until there are none left. `check` is asked about every state on the way:
 * no fix stays by which kubectl would refuse a context that it accepted before.
 */
export function repair(texts: readonly string[], check: Check, ban: Ban = new Set()): Repaired {
  const rounds: Round[] = [{ state: { texts, findings: check(texts) }, done: [] }];
  const seen = new Set<string>();
  for (let last = rounds[0]; last && mayGoOn(rounds); last = rounds.at(-1)) {
    const next = roundOf(last.state, check, (candidate) => !ban.has(keyOf(candidate, rounds)), ban);
    if (next.done.length === 0 || hasRunAway(next.state.texts, texts)) break;
    const keys = next.done.map((candidate) => keyOf(candidate, rounds));
    // Made before, and the finding is still there.
    const again = keys.filter((key) => seen.has(key));
    if (again.length > 0) return repair(texts, check, new Set([...ban, ...again]));
    for (const key of keys) seen.add(key);
    rounds.push(next);
  }
  const result = resultOf(rounds);
  const unread = unreadFiles(result.findings).filter((file) =>
    result.made.some((each) => each.file === file),
  );
  // Guesses that have led nowhere are not left in a file.
  return unread.length > 0 ? repair(texts, check, new Set([...ban, ...unread])) : result;
}

/** Whether a text has become far longer than all fixes together would make it. */
function hasRunAway(now: readonly string[], before: readonly string[]): boolean {
  return now.some((text, file) => text.length > 3 * (before[file]?.length ?? 0) + 4096);
}

function mayGoOn(rounds: readonly Round[]): boolean {
  const readings = rounds.filter(({ done }) =>
    done.some(({ diagnostic }) => diagnostic.code === 'syntax'),
  ).length;
  return readings <= mostReadings && rounds.length - readings <= mostRounds;
}

/** What a fix is and where it was at first. Guesses at a text that can't be read are made again further on. */
function keyOf({ file, diagnostic, fix }: Candidate, rounds: readonly Round[]): string {
  const place =
    diagnostic.code === 'syntax' ? rounds.length : originalOffset(diagnostic.start, historyOf(rounds, file));
  return `${file} ${diagnostic.code} ${place} ${fix.title} ${diagnostic.message}`;
}

function unreadFiles({ files }: Findings): number[] {
  return files.flatMap(({ diagnostics }, file) =>
    diagnostics.some(({ code }) => code === 'syntax') ? [file] : [],
  );
}

function historyOf(rounds: readonly Round[], file: number): History {
  return rounds.map(({ done }) => done.filter((each) => each.file === file).flatMap(({ fix }) => fix.edits));
}

function resultOf(rounds: readonly Round[]): Repaired {
  const state = rounds.at(-1)?.state ?? { texts: [], findings: { files: [] } };
  const before = (offset: number, file: number, round: number) =>
    originalOffset(offset, historyOf(rounds.slice(0, round), file));
  const made = rounds.flatMap(({ done }, round) =>
    done.map(({ file, diagnostic: { code, severity, start, end }, fix: { title, kind } }) => ({
      ...{ code, severity, title, kind, file },
      start: before(start, file, round),
      end: before(end, file, round),
    })),
  );
  return { ...state, made, originalOffset: (offset, file) => before(offset, file, rounds.length) };
}

interface State {
  readonly texts: readonly string[];
  readonly findings: Findings;
}

interface Round {
  readonly state: State;
  readonly done: readonly Candidate[];
}

/** All at once where that harms nothing, else one after the other. */
function roundOf(state: State, check: Check, mayBe: (candidate: Candidate) => boolean, ban: Ban): Round {
  const candidates = compatible(candidatesIn(state.findings, ban).filter(mayBe));
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

function stateAfter({ texts }: State, candidates: readonly Candidate[], check: Check): State {
  const changed = texts.map((text, file) =>
    applyEdits(
      text,
      candidates.filter((each) => each.file === file).flatMap(({ fix }) => fix.edits),
    ),
  );
  return { texts: changed, findings: check(changed) };
}

/** The first fix of each finding that needs no choice; errors come before warnings. */
function candidatesIn({ files }: Findings, ban: Ban): Candidate[] {
  const all = files.flatMap(({ diagnostics }, file) =>
    (ban.has(file) ? [] : diagnostics).flatMap((diagnostic) => {
      const fix = diagnostic.fixes().find(({ kind }) => kind !== 'choice');
      return fix ? [{ file, diagnostic, fix }] : [];
    }),
  );
  const isError = ({ diagnostic }: Candidate) => diagnostic.severity === 'error';
  // In a text that can't be read all else is guessed.
  const unread = new Set(unreadFiles({ files }));
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
  return isContextLost(old, now) || (!hasError(before) && hasError(after));
}

/** Whether one of the contexts that were accepted no longer is. */
export function isContextLost(before: readonly ContextVerdict[], after: readonly ContextVerdict[]): boolean {
  const refused = after.filter(({ accepted }) => !accepted);
  return before.some((context) => context.accepted && refused.some((other) => isSame(context, other)));
}

/** By name, or both in use. */
function isSame(a: ContextVerdict, b: ContextVerdict): boolean {
  return (a.current && b.current) || (a.name !== null && a.name === b.name);
}

function hasError({ files }: Findings): boolean {
  return files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
}
