import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import exceptions from './exceptions.json';
import {
  compared,
  expectedMessage,
  expectedRun,
  expectedStderr,
  normal,
  sameCredential,
  sameStart,
} from './run-compare';
import { corpusFolder, materialise, type Scenario, scenarios } from './run-corpus';
import { noTerminal, runOurs } from './run-ours';

const reasons: Readonly<Record<string, string>> = exceptions.run;
const counts = { verdict: 0, message: 0, masked: 0, execInfo: 0, execInfoOf: 0, judged: 0 };

/** What differs from kubectl, in words; counts what agrees. */
async function differences(scenario: Scenario, root: string): Promise<string[]> {
  const place = materialise(scenario, root);
  const ours = await runOurs(scenario, place);
  const { kubectl } = scenario;
  const found: string[] = [];
  const check = (what: string, agrees: boolean, ours: unknown, kubectl: unknown) => {
    if (!agrees) found.push(`${what}: ${JSON.stringify(ours)} instead of ${JSON.stringify(kubectl)}`);
    return agrees ? 1 : 0;
  };
  counts.judged++;
  counts.verdict += check('verdict', ours.verdict === kubectl.verdict, ours.verdict, kubectl.verdict);
  const message = expectedMessage(kubectl);
  const agreement = compared(ours.message, message, place);
  counts.message += check('message', agreement !== 'different', ours.message, message);
  if (agreement === 'masked') counts.masked++;
  const run = expectedRun(scenario);
  if (!run) {
    if (kubectl.verdict === 'error') check('starts', ours.runs.length === 0, ours.runs.length, 0);
    return found;
  }
  counts.execInfoOf++;
  const execInfo = ours.runs[0]?.execInfo;
  counts.execInfo += check('exec info', execInfo === run.execInfo, execInfo, run.execInfo);
  check('start', sameStart(ours, run, place), ours.runs, run);
  if (kubectl.verdict === 'accepted') {
    const { apiVersion } = JSON.parse(run.execInfo) as { apiVersion: string };
    const same = sameCredential(scenario, ours, apiVersion);
    check('credential', same, ours.report?.credential, kubectl.authorization ?? kubectl.clientCertificate);
  }
  const stderr = expectedStderr(kubectl);
  const written = normal(ours.report?.stderr ?? '', place);
  check('stderr', stderr === null || written === stderr.trimEnd(), written, stderr);
  return found;
}

describe('plugins that kubectl 1.33 ran', () => {
  const root = corpusFolder();
  after(() => rmSync(root, { recursive: true, force: true }));

  describe('scenarios', { concurrency: 4 }, () => {
    for (const scenario of scenarios) {
      const skip = scenario.stdin === 'tty' ? noTerminal() : undefined;
      it(`${scenario.id}: ${scenario.condition}`, { skip: skip ?? false }, async (test) => {
        const found = await differences(scenario, root);
        const reason = reasons[scenario.id];
        if (reason === undefined) return assert.deepEqual(found, []);
        test.diagnostic(`exception: ${reason}`);
        assert.notDeepEqual(found, [], 'agrees by now: take it off the list of exceptions');
      });
    }
  });

  it('agreement', (test) => {
    const { verdict, message, masked, execInfo, execInfoOf, judged } = counts;
    test.diagnostic(`run corpus: verdict ${verdict} of ${judged}, message ${message} of ${judged}`);
    test.diagnostic(`run corpus: of the messages ${masked} with a masked quotation`);
    test.diagnostic(`run corpus: exec info ${execInfo} of ${execInfoOf}`);
    assert.ok(judged > 0);
  });

  it('has no exception for a scenario that does not exist', () => {
    const known = new Set(scenarios.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(reasons).filter((id) => !known.has(id)),
      [],
    );
  });
});
