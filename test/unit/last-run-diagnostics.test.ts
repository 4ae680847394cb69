import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { lastRunDiagnostics } from '../../server/last-run-diagnostics';
import { LastRuns } from '../../server/lsp/last-runs';
import { newSession } from '../../server/lsp/session';
import { type ExecTarget, targetOf } from '../../server/plugin';
import { Refusal, refuse } from '../../server/plugin/refusal';
import type { RunReport } from '../../server/protocol';
import { check } from '../../server/rules/check';
import { fakeEnvironment } from './plugin/fakes';
import { type Played, reportFor } from './plugin/reports';

const path = '/here/kubeconfig';
const text = `apiVersion: v1
kind: Config
clusters:
- { name: eu, cluster: { server: "https://eu.example.com" } }
- { name: us, cluster: { server: "https://us.example.com" } }
contexts:
- { name: in-eu, context: { cluster: eu, user: jane } }
- { name: in-us, context: { cluster: us, user: jane } }
users:
- name: jane
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: demo-cred
      interactiveMode: Never
      provideClusterInfo: true
`;
const alone = text.replace('provideClusterInfo: true', 'provideClusterInfo: false');
const status = { token: 'made-up' };
const accepted: Played = {
  stdout: JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status }),
};
const failed: Played = {
  refusal: refuse('exit-status', 'exec: executable demo-cred failed with exit code 1', '1'),
};

/** The last runs of a session, and what is said of a document after them. */
class Runs {
  readonly environment = fakeEnvironment({ files: { '/bin/demo-cred': {} }, variables: { PATH: '/bin' } });
  readonly session = newSession();
  readonly #runs = new LastRuns(this.environment, this.session, () => {});

  add(
    of: string,
    context: string,
    played: Played,
    change: (report: RunReport) => RunReport = (same) => same,
  ) {
    const target = targetIn(of, context);
    this.#runs.record(target, change(reportFor({ ...played, target })));
  }

  /** Code, severity, the text that it is on, and the message. */
  said(of: string): string[][] {
    const document = new Kubeconfig(of);
    const context = { environment: this.environment, directory: '/here' };
    const found = check(document, context, path).diagnostics;
    const runsOf = (user: Kubeconfig['users'][number]) => this.#runs.of(path, user, document);
    return lastRunDiagnostics(document, runsOf, found, undefined).map(
      ({ code, severity, start, end, message }) => [code, severity, of.slice(start, end), message],
    );
  }
}

function targetIn(of: string, name: string): ExecTarget {
  const document = new Kubeconfig(of);
  const context = document.context(name);
  const user = context && document.userOf(context);
  assert.ok(user);
  return targetOf({ document, path, displayPath: path }, user, context);
}

describe('the runs of a plugin', () => {
  test('that is told of the cluster count for each context, and say which', () => {
    const runs = new Runs();
    runs.add(text, 'in-eu', failed);
    runs.add(text, 'in-us', accepted);
    const [[code, severity, at, message] = [], ...more] = runs.said(text);
    assert.deepEqual([code, severity, at, more], ['last-run-rejected', 'error', 'demo-cred', []]);
    assert.match(message ?? '', /^Last run, for context "in-eu": kubectl would reject it: /);
    runs.add(text, 'in-eu', accepted);
    assert.deepEqual(runs.said(text), []);
  });

  test('that is told of none count for all: the last is the one', () => {
    const runs = new Runs();
    runs.add(alone, 'in-eu', failed);
    assert.equal(runs.said(alone).length, 1);
    runs.add(alone, 'in-us', accepted);
    assert.deepEqual(runs.said(alone), []);
  });

  test('count no longer when the cluster that it was told of is another', () => {
    const runs = new Runs();
    runs.add(text, 'in-eu', failed);
    const moved = text.replace('eu.example.com', 'new.example.com');
    assert.deepEqual(runs.said(moved), []);
    assert.equal(runs.said(text.replace('us.example.com', 'new.example.com')).length, 1);
    runs.add(alone, 'in-eu', failed);
    assert.equal(runs.said(moved.replace('true', 'false')).length, 1, 'it was told of none');
  });

  test('count for the release of kubectl that they were made as', () => {
    const runs = new Runs();
    runs.add(text, 'in-eu', failed);
    runs.session.releases = [{ uri: '', kubernetesVersion: '1.29' }];
    assert.deepEqual(runs.said(text), []);
  });

  test('do not count when they were simulated, and do in a terminal', () => {
    const runs = new Runs();
    const interactive = (report: RunReport): RunReport => ({ ...report, overrides: { interactive: true } });
    runs.add(text, 'in-eu', failed, interactive);
    assert.deepEqual(runs.said(text), []);
    runs.add(text, 'in-eu', failed, (report) => ({ ...interactive(report), terminal: true }));
    assert.equal(runs.said(text).length, 1);
  });
});

describe('the severity', () => {
  const severityOf = (refusal: Refusal) => {
    const runs = new Runs();
    runs.add(text, 'in-eu', { refusal });
    return runs.said(text).map(([, severity]) => severity);
  };

  test('is error only where kubectl refuses', () => {
    assert.deepEqual(severityOf(refuse('stdout-empty', 'nothing')), ['error']);
    assert.deepEqual(severityOf(new Refusal('timed-out', null, '60 s')), ['warning']);
    assert.deepEqual(severityOf(refuse('no-terminal', 'standard input is not a terminal')), ['information']);
  });
});

test('no text that is half typed makes it fail', () => {
  const runs = new Runs();
  runs.add(text, 'in-eu', failed);
  for (let length = 0; length <= text.length; length++) runs.said(text.slice(0, length));
  for (let at = text.indexOf('users:'); at < text.length; at += 3) {
    runs.said(`${text.slice(0, at)}${text.slice(at + 3)}`);
  }
});
