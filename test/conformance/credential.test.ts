import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBytes } from '../../server/document/bytes';
import { readDocument } from '../../server/document/read-document';
import { nodeEnvironment } from '../../server/environment-node';
import { recognize } from '../../server/recognize';
import { check } from '../../server/rules/check';
import { recordedRelease } from './release';
import { bytesOf, type Scenario, scenarios } from './run-corpus';

/** Where a saved document is told more strictly, or more laxly, than kubectl took the same bytes from a plugin. */
const exceptions: Readonly<Record<string, string>> = {
  'stdout-format-17': 'kubectl replaces bytes that are no UTF-8 in JSON; an editor can not save them',
  'stdout-twice-01': 'kubectl merges two objects of one name in JSON; the last counts here',
  'stdout-twice-04': 'the same',
  'envelope-partial-03': 'of two spellings of kind in JSON kubectl takes the last; one is looked at here',
};

/** What kubectl said against what was on stdout. Which version the exec block wants is no fault of the document. */
const aboutStdout =
  /decoding stdout|exec plugin (?:didn't|returned)|returned version \S+__internal$|failed parsing client|invalid header field/;
const otherVersion = /plugin returned version \S+\/v1(?:beta1)?$/;

function judged({ kubectl }: Scenario): 'accepted' | 'refused' | undefined {
  const { verdict, error = '' } = kubectl;
  if (verdict === 'accepted') return 'accepted';
  return verdict === 'error' && aboutStdout.test(error) && !otherVersion.test(error) ? 'refused' : undefined;
}

describe('what plugins printed for kubectl 1.33, as saved ExecCredentials', () => {
  let compared = 0;
  for (const scenario of scenarios) {
    const verdict = judged(scenario);
    const { text, fault } = decodeBytes(bytesOf(scenario.files['stdout']));
    if (!verdict || recognize('credential.json', text) !== 'exec-credential') continue;
    it(`${scenario.id}: ${scenario.condition}`, (test) => {
      const document = readDocument('exec-credential', text, fault ? [fault] : []);
      const context = {
        environment: nodeEnvironment,
        directory: undefined,
        kubernetesVersion: recordedRelease,
      };
      const { diagnostics } = check(document, context, 'credential.json');
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      const ours = errors.length > 0 ? 'refused' : 'accepted';
      compared += 1;
      const exception = exceptions[scenario.id];
      if (!exception) assert.equal(ours, verdict, `${scenario.kubectl.error ?? 'accepted'}; ours: ${errors}`);
      else {
        test.diagnostic(`exception: ${exception}`);
        assert.notEqual(ours, verdict, 'agrees by now: take it off the list of exceptions');
      }
    });
  }

  it('agreement', (test) => {
    const known = Object.keys(exceptions).length;
    test.diagnostic(`ExecCredentials: verdict ${compared - known} of ${compared}`);
    assert.ok(compared > 150, `${compared}`);
  });
});
