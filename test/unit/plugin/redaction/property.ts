import fc from 'fast-check';
import { whereOf } from '../../../../server/failure';
import { HeadTail } from '../../../../server/plugin/head-tail';
import { shownPlan } from '../../../../server/plugin/plan';
import { type Refusal, refuse } from '../../../../server/plugin/refusal';
import { fakeEnvironment, targetWith } from '../fakes';
import { type Played, reportFor } from '../reports';
import { breaks, contexts, forms, isReadable } from './forms';
import { places } from './places';
import { isVaried, secretKinds, tellingParts } from './secrets';
import { surfacesOf } from './surfaces';
import { encodings, Shown, tellingLength } from './traces';

/** One hostile plugin. */
export interface Case {
  /** What kind of credential it is, and the credential. */
  readonly kind: string;
  readonly secret: string;
  readonly place: string;
  readonly form: string;
  readonly broken: string;
  readonly around: string;
  readonly ending: string;
  /** Bytes of stderr that are kept on each side. */
  readonly kept: number;
  /** Bytes that are written at once. */
  readonly piece: number;
  /** Bytes of other messages before and after. */
  readonly noise: readonly [before: number, after: number];
}

const keptBytes = 31 * 1024;

const endings: Readonly<Record<string, Pick<Played, 'ending' | 'refusal'>>> = {
  'status 0': {},
  'status 1': {
    ending: { exitCode: 1 },
    refusal: refuse('exit-status', 'exec: executable demo-cred failed with exit code 1', '1'),
  },
  'a time-out': { ending: { exitCode: null, stopped: 'timed-out' }, refusal: stopped('timed-out') },
  'a signal': { ending: { exitCode: null, signal: 'SIGKILL' }, refusal: stopped('killed-by-signal') },
};

function stopped(reason: Refusal['reason']): Refusal {
  return refuse(reason, 'exec: executable demo-cred failed with exit code -1');
}

const kinds = Object.keys(secretKinds).map((kind) =>
  (secretKinds[kind] ?? fc.constant('')).filter(isVaried).map((secret) => ({ kind, secret })),
);

/** As much as is kept, so that it is cut somewhere in what is written, or far more. */
const noise = fc.oneof(
  fc.constant(0),
  fc.constant(5 * 1024 * 1024),
  fc.integer({ min: 1, max: 400 }).map((left) => keptBytes - left),
);

export const cases: fc.Arbitrary<Case> = fc
  .record({
    credential: fc.oneof(...kinds),
    place: fc.constantFrom(...Object.keys(places)),
    form: fc.constantFrom(...Object.keys(forms)),
    broken: fc.constantFrom(...Object.keys(breaks)),
    around: fc.constantFrom(...Object.keys(contexts)),
    ending: fc.oneof(
      { weight: 3, arbitrary: fc.constant('status 0') },
      fc.constantFrom(...Object.keys(endings)),
    ),
    kept: fc.oneof({ weight: 3, arbitrary: fc.constant(keptBytes) }, fc.integer({ min: 40, max: 200 })),
    piece: fc.constantFrom<number>(1, 7, 64, 4096, 4096),
    noise: fc.oneof(
      { weight: 400, arbitrary: fc.constant<readonly [number, number]>([0, 0]) },
      fc.tuple(noise, noise),
    ),
  })
  .map(({ credential, ...rest }) => ({ ...credential, ...rest }))
  .filter(({ form, broken }) => isReadable(form, broken));

/** What of the secret is shown, in words without it. Empty: nothing. */
export function leaksOf(each: Case): string[] {
  const { kind, secret, form, broken, kept, noise } = each;
  const shown = new Shown(...surfaces(each));
  const leaks = tellingParts(secret).flatMap((part) => [
    ...pieces(shown, part, 'the secret'),
    ...Object.entries(encodings).flatMap(([name, { write, length }]) =>
      write(part).flatMap((text) => pieces(shown, text, name, length)),
    ),
  ]);
  const written = forms[form]?.(secret) ?? '';
  const cut = kept < 1024 || noise[0] + noise[1] > 0 || broken === 'written over in part';
  // What is left of a compressed text whose beginning was cut off can't be inflated by anybody.
  if (form.includes('gzip')) return cut ? leaks : [...leaks, ...pieces(shown, written, 'the gzip', 40)];
  if (isPublic(kind, form)) return leaks;
  const length = cut || !plainForms.has(form) ? tellingLength(secret, written) : undefined;
  return [...leaks, ...pieces(shown, written, 'what was written', length)];
}

/** All that is to be seen of such a run. */
function surfaces({ secret, place, form, broken, around, ending, kept, piece, noise }: Case): string[] {
  const written = forms[form]?.(secret) ?? '';
  const put = contexts[around] ?? String;
  const stderr = Buffer.from(`${put(breaks[broken]?.(written) ?? '')}\n${put(written)}\n`);
  const stream = new HeadTail(kept);
  stream.add(words.subarray(0, noise[0]));
  for (let at = 0; at < stderr.length; at += piece) stream.add(stderr.subarray(at, at + piece));
  stream.add(words.subarray(0, noise[1]));
  const played: Played = { ...places[place]?.(secret), ...endings[ending], stderr: stream.text };
  const plan = shownPlan(played.target ?? targetWith(), fakeEnvironment(), '/bin/demo-cred', []);
  return surfacesOf(reportFor(played), plan, played.target?.overrides);
}

const words = Buffer.from('fetching it from the cache of the agent, which takes its time; \n'.repeat(90_000));

const plainForms = new Set(['plain', 'upper case', 'lower case', 'backwards', 'base64url']);

/** The lines around a key and the header of a JWT are public, in every form. */
function isPublic(kind: string, form: string): boolean {
  return (
    kind === 'a private key' || kind === 'a JWT' || /JWT|JSON|base64 of (?:more|still|an)|in lines/.test(form)
  );
}

function pieces(shown: Shown, text: string, what: string, length?: number): string[] {
  const found = shown.piecesOf(text, length);
  return found.length === 0
    ? []
    : [`${found.length} pieces of ${what} (${text.length} long), from ${found[0]}`];
}

export interface Trial {
  readonly runs: number;
  readonly seed: number;
  /** Where fast-check found a counterexample before. */
  readonly path?: string | undefined;
}

/** Tries so many cases. What failed, with its seed and without its secret; `undefined`: nothing did. */
export function failureOf({ runs, seed, path }: Trial): string | undefined {
  const property = fc.property(cases, (each) => leaksOf(each).length === 0);
  const details = fc.check(property, { numRuns: runs, seed, ...(path && { path }) });
  if (!details.failed) return undefined;
  const [found] = details.counterexample ?? [];
  const { secret, ...how } = found ?? ({ secret: '' } as Case);
  const what = { ...how, length: secret.length, after: details.numRuns };
  const leaks = found ? leaksOrError(found) : [];
  return [`seed ${seed}, path ${details.counterexamplePath}`, JSON.stringify(what), ...leaks].join('\n  ');
}

/** An error's message may quote what must not be seen. */
function leaksOrError(found: Case): string[] {
  try {
    return leaksOf(found);
  } catch (error) {
    return [whereOf(error)];
  }
}
