import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Choices,
  choiceWords,
  isChanged,
  nothingChosen,
  requestFor,
  withOverride,
  withVariable,
} from '../../../../src/run/with/choices';
import { type Option, optionsOf, placeTopics, toldTopics } from '../../../../src/run/with/topics';
import { facts, plan } from './facts';

const uri = 'file:///here/config';
const v1 = 'client.authentication.k8s.io/v1';

test('nothing chosen is a run as the kubeconfig says', () => {
  assert.deepEqual(requestFor(facts, nothingChosen), { uri, user: 'jane', context: 'dev' });
  assert.deepEqual(requestFor({ ...facts, context: null }, nothingChosen), { uri, user: 'jane' });
  assert.ok(!isChanged(nothingChosen));
  assert.equal(choiceWords(nothingChosen), '');
});

test('what is chosen, and nothing else, becomes an override', () => {
  const taken = withOverride(withOverride(nothingChosen, { apiVersion: v1, cwd: '/there' }), {
    cwd: undefined,
  });
  const choices: Choices = { ...withVariable(withVariable(taken, 'A', 'x'), 'B', null), context: 'prod' };
  assert.deepEqual(requestFor(facts, choices), {
    uri,
    user: 'jane',
    context: 'prod',
    overrides: { apiVersion: v1, env: { A: 'x', B: null } },
  });
});

test('a variable that is left to the kubeconfig again is no choice', () => {
  const choices = withVariable(withVariable(nothingChosen, 'A', 'x'), 'A', undefined);
  assert.ok(!isChanged(choices));
  assert.deepEqual(requestFor(facts, choices), { uri, user: 'jane', context: 'dev' });
});

test('no words show the value of a variable', () => {
  const choices = withVariable(withOverride(nothingChosen, { interactive: false }), 'A', 'made-up-value');
  const shown = JSON.stringify([
    choiceWords(choices),
    placeTopics(choices, facts),
    toldTopics(choices, facts),
  ]);
  assert.ok(!shown.includes('made-up-value'));
  assert.match(choiceWords(choices), /not interactive, .*A/);
});

const shown = (choices: Choices, of = facts) =>
  Object.fromEntries(
    [...toldTopics(choices, of), ...placeTopics(choices, of)].map(({ name, value, note, changed }) => [
      name,
      `${changed ? '! ' : ''}${value} (${note})`,
    ]),
  );

test('each topic shows its present value and where it comes from', () => {
  assert.deepEqual(shown(nothingChosen), {
    context: 'dev ()',
    apiVersion: 'v1beta1 (as the kubeconfig says)',
    interactive: 'No (as the kubeconfig says)',
    provideClusterInfo: 'Yes (as the kubeconfig says)',
    cluster: 'lab (as the context says)',
    kubernetesVersion: 'the newest known ()',
    execInfo: 'made from the choices above ()',
    env: 'PROFILE (as the kubeconfig says)',
    cwd: '/here (the default)',
  });
});

test('a changed topic shows what it is instead of', () => {
  const choices: Choices = {
    context: 'prod',
    overrides: {
      apiVersion: v1,
      interactive: true,
      env: { A: 'x', PROFILE: null },
      kubernetesVersion: '1.29',
    },
  };
  const { apiVersion, interactive, context, cluster, env, kubernetesVersion } = shown(choices);
  assert.equal(apiVersion, '! v1 (instead of v1beta1)');
  assert.equal(interactive, '! Yes (instead of No)');
  assert.equal(context, '! prod (instead of dev)');
  assert.equal(cluster, 'that of prod (as the context says)');
  assert.equal(env, '! A set, PROFILE removed (instead of PROFILE)');
  assert.equal(kubernetesVersion, '! 1.29 (instead of the newest known)');
});

test('what is not sent says so', () => {
  const { cluster } = shown({ overrides: { provideClusterInfo: false } });
  assert.equal(cluster, 'lab (as the context says, not sent: no cluster information)');
  const edited = shown({ overrides: { execInfo: '{}', interactive: true } });
  assert.equal(edited['interactive'], '! Yes (instead of No, not sent: the ExecCredential is edited)');
  assert.equal(edited['execInfo'], '! edited (instead of made from the choices above)');
});

test('a plugin that needs a terminal is interactive, and what kubectl refuses is unknown', () => {
  const always = { ...facts, plan: { ...plan, terminal: 'needed' as const } };
  assert.equal(shown(nothingChosen, always)['interactive'], 'Yes (as the kubeconfig says)');
  const refused = { ...facts, plan: undefined };
  assert.equal(shown(nothingChosen, refused)['apiVersion'], 'unknown (as the kubeconfig says)');
});

const labels = (options: readonly Option[]) =>
  options.map(({ label, picked }) => `${label}${picked ? ' ✓' : ''}`);

test('the values of a topic begin with the one that is no choice', () => {
  assert.deepEqual(labels(optionsOf('apiVersion', nothingChosen, facts)), ['v1beta1 ✓', 'v1']);
  assert.deepEqual(labels(optionsOf('context', { context: 'prod', overrides: {} }, facts)), [
    'dev',
    'prod ✓',
  ]);
  const [base, yes, ...more] = optionsOf(
    'interactive',
    { overrides: { interactive: true, cwd: '/x' } },
    facts,
  );
  assert.deepEqual(more, [], 'No is what it is without a choice');
  assert.ok(yes?.picked && !base?.picked);
  assert.equal(yes?.note, 'in a terminal of VS Code');
  assert.deepEqual(yes?.choices, { overrides: { interactive: true, cwd: '/x' } });
  assert.ok(base && isChanged(base.choices), 'the folder is still chosen');
  assert.deepEqual(requestFor(facts, base.choices).overrides, { cwd: '/x' });
});
