import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { nodeEnvironment } from '../../server/environment-node';
import { check, type Diagnostic } from '../../server/rules/check';
import { normal } from './run-compare';
import { corpusFolder, materialise, type Scenario, scenarios } from './run-corpus';
import { prepare, variablesOf } from './run-ours';

/** Codes that say, without running anything, that the plugin can't be started. */
const codes =
  /^command-(?:not-found|not-executable|not-startable|interpreter-not-found|other-system|not-expanded|line-in-command)$/;
/** Rules that have a better word than that the file does not exist. */
const withoutWords = new Set(['command-not-expanded', 'command-line-in-command']);
const prefix = 'Unable to connect to the server: getting credentials: ';

function found(scenario: Scenario, root: string) {
  const place = materialise(scenario, root);
  const path = join(place.dir, scenario.kubeconfig);
  prepare(scenario, place, path);
  const environment = {
    ...nodeEnvironment,
    cwd: place.cwd,
    home: place.home,
    variables: variablesOf(scenario, place),
  };
  const { text } = decodeBytes(environment.files.read(path));
  const context = { environment, directory: dirname(path), kubernetesVersion: '1.33' };
  const { diagnostics } = check(new Kubeconfig(text), context, path);
  const words = ({ kubectl }: Diagnostic) => normal(kubectl ?? '', place);
  return diagnostics.filter(({ code }) => codes.test(code)).map((each) => ({ ...each, words: words(each) }));
}

/** What kubectl says when it can't start the plugin, by the first line. */
function startFault({ kubectl: { error = '' } }: Scenario): string | undefined {
  const [line = ''] = error.split('\n');
  const fault = line.startsWith(prefix) ? line.slice(prefix.length) : '';
  // Arguments and variables, which are not about the file.
  if (/invalid argument|NUL|argument list/.test(fault)) return undefined;
  return /^exec: (?:fork\/exec |executable .* not found$)/.test(fault) ? fault : undefined;
}

describe('commands that kubectl 1.33 could not start are told by looking at files', () => {
  const root = corpusFolder();
  after(() => rmSync(root, { recursive: true, force: true }));
  let agreed = 0;

  const faulty = scenarios.filter((scenario) => startFault(scenario) !== undefined);
  for (const scenario of faulty) {
    it(`${scenario.id}: ${scenario.condition}`, () => {
      const [first, ...others] = found(scenario, root);
      assert.ok(first, 'nothing is said');
      assert.deepEqual(others, []);
      if (!withoutWords.has(first.code)) assert.equal(first.words, startFault(scenario));
      agreed++;
    });
  }

  it('and of those that it has started nothing is said', () => {
    const started = scenarios.filter(({ kubectl }) => kubectl.runs.length > 0);
    assert.ok(started.length > 100);
    const said = started.flatMap((scenario) =>
      found(scenario, root).map(({ code }) => `${scenario.id}: ${code}`),
    );
    assert.deepEqual(said, []);
  });

  it('agreement', (test) => {
    test.diagnostic(`commands that can't be started: ${agreed} of ${faulty.length}`);
    assert.ok(faulty.length > 10);
  });
});
