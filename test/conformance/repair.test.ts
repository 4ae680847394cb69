import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import exceptions from './exceptions.json';
import { type Answer, ask, type Kubectl, kubectls } from './live/kubectl';
import { inParallel } from './live/pool';
import { refusalIn } from './load-corpus';
import { recordedRelease } from './release';
import { copiedCorpora, fixSubject, flagsOf, type Subject, subjectsIn } from './repair-corpus';

const root = copiedCorpora();
after(() => rmSync(root, { recursive: true, force: true }));

const [kubectl] = kubectls();
const release = kubectl?.version ?? recordedRelease;

interface Outcome {
  readonly subject: Subject;
  readonly changed: boolean;
  /** What a second time would change. */
  readonly again: readonly string[];
  /** What is wrong is nothing that kubectl says: a name in the wrong case, one that leads nowhere, … */
  readonly silent: boolean;
  /** Why kubectl refuses after all fixes, or does not. */
  readonly refusal: string | null;
  /** The same in our own words. */
  readonly ours: string | null;
  /** Why it does not come to do what the file is for: it has no server or no credential. */
  readonly useless: string | null;
}

/** Warnings of what leaves kubectl without a server or a credential. */
const leadNowhere = new Set([
  'field-case',
  'exec-misplaced',
  'current-context-not-set',
  'context-cluster-not-found',
  'context-user-not-found',
]);

async function outcomeOf(subject: Subject): Promise<Outcome> {
  const fixed = fixSubject(subject, release);
  const changed = fixed.some(({ bytes }) => bytes !== undefined);
  const left = fixed.flatMap((file) => file.left.diagnostics);
  const again = fixSubject(subject, release).flatMap(({ made }) => made.map(({ code }) => code));
  const silent = [...fixed.flatMap(({ made }) => made), ...left].some(({ code }) => leadNowhere.has(code));
  const current = fixed.flatMap((file) => file.left.contexts).find((context) => context.current);
  const ours = current?.kubectl ?? null;
  const outcome = { subject, changed, again, silent, ours };
  if (kubectl) return { ...outcome, ...said(await asked(kubectl, subject)) };
  const useless = left.find(({ code }) => leadNowhere.has(code))?.message ?? null;
  return { ...outcome, refusal: ours, useless };
}

function said({ error, exit }: Answer): Pick<Outcome, 'refusal' | 'useless'> {
  const loads = !error.startsWith('error: error loading config file');
  const refusal = refusalIn({ loads, loadError: error, works: exit === 0, useError: error });
  return { refusal, useless: /(?:localhost|127\.0\.0\.1|\[::1\]):8080|EOF$/.test(error) ? error : null };
}

async function asked(judge: Kubectl, subject: Subject): Promise<Answer> {
  const { args, env } = flagsOf(subject);
  const cwd = dirname(subject.files[0] ?? root);
  const PATH = join(root, 'load/cases/bin');
  const request = ['get', '--raw', '/version', '--request-timeout=5s', ...args];
  return ask(judge, { args: request, cwd, env, PATH });
}

describe('check --fix on the corpora', async () => {
  const outcomes = await inParallel(subjectsIn(root), outcomeOf);
  const outside = exceptions.repair.outside as Record<string, string>;
  const left = exceptions.repair.left as Record<string, string>;
  const rejected = outcomes.filter(({ subject, silent }) => {
    const { id, refusal, works } = subject;
    return !works && (refusal !== null || silent) && !(id in outside);
  });
  const isOpen = ({ refusal, useless, silent }: Outcome) => refusal !== null || (silent && useless !== null);
  const repaired = rejected.filter((outcome) => !isOpen(outcome));

  it('repairs at least 90 of 100 that kubectl rejects for what is in the file', (test) => {
    const rate = (100 * repaired.length) / rejected.length;
    const judge = kubectl ? `kubectl ${kubectl.version}` : 'our own verdict, as there is no kubectl';
    test.diagnostic(
      `repair rate: ${repaired.length} of ${rejected.length} (${rate.toFixed(1)} %), judged by ${judge}`,
    );
    assert.ok(rate >= 90);
  });

  it('leaves no others than those that are listed with the reason', () => {
    const open = rejected.filter(isOpen).map(({ subject }) => subject.id);
    assert.deepEqual(open.toSorted(), Object.keys(left).toSorted());
  });

  it('says of each in the end what kubectl says', () => {
    const differ = outcomes.filter(({ ours, refusal }) => (ours === null) !== (refusal === null));
    assert.deepEqual(
      differ.map(({ subject, ours, refusal }) => ({ id: subject.id, ours, refusal })),
      [],
    );
  });

  it('has nothing to do a second time', () => {
    const more = outcomes.filter(({ again }) => again.length > 0);
    assert.deepEqual(
      more.map(({ subject, again }) => `${subject.id}: ${again}`),
      [],
    );
  });

  it('makes kubectl refuse none that it accepted', (test) => {
    const accepted = outcomes.filter(({ subject }) => subject.refusal === null);
    const lost = accepted.filter(({ refusal }) => refusal !== null);
    const changed = accepted.filter((outcome) => outcome.changed).length;
    test.diagnostic(
      `regressions: ${lost.length} of ${accepted.length} that were accepted (${changed} changed)`,
    );
    assert.deepEqual(
      lost.map(({ subject, refusal }) => `${subject.id}: ${refusal}`),
      [],
    );
  });
});
