import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Choices } from '../../../../src/run/with/choices';
import { LastChoicesStore, type Memory } from '../../../../src/run/with/last-choices';

const uri = 'file:///here/config';
const choices: Choices = {
  context: 'prod',
  overrides: {
    apiVersion: 'client.authentication.k8s.io/v1',
    env: { SECRET_KEY: 'made-up-value', HTTPS_PROXY: null },
    execInfo: '{"made-up": "document"}',
  },
};

function memory(start: unknown = undefined): Memory & { stored: unknown } {
  const memory = {
    stored: start,
    get: () => memory.stored,
    // As VS Code does it: what is kept is JSON.
    update: async (_key: string, value: unknown) => {
      memory.stored = JSON.parse(JSON.stringify(value));
    },
  };
  return memory;
}

test('in the same window everything is offered again', async () => {
  const store = new LastChoicesStore(memory());
  await store.keep(uri, 'jane', choices);
  assert.deepEqual(store.last(uri, 'jane'), { choices, askFor: [] });
  assert.equal(store.last(uri, 'joe'), undefined);
  assert.equal(store.last('file:///elsewhere', 'jane'), undefined);
});

test('what is kept has no value of a variable and no edited document', async () => {
  const kept = memory();
  await new LastChoicesStore(kept).keep(uri, 'jane', choices);
  assert.doesNotMatch(JSON.stringify(kept.stored), /made-up/);
  const { apiVersion } = choices.overrides;
  assert.deepEqual(new LastChoicesStore(kept).last(uri, 'jane'), {
    choices: { context: 'prod', overrides: { apiVersion, env: { HTTPS_PROXY: null } } },
    askFor: ['SECRET_KEY'],
  });
});

test('the last of each user counts, and old ones are forgotten', async () => {
  const kept = memory();
  const store = new LastChoicesStore(kept);
  await store.keep(uri, 'jane', choices);
  await store.keep(uri, 'jane', { overrides: { interactive: true } });
  const again = () => new LastChoicesStore(kept);
  assert.deepEqual(again().last(uri, 'jane')?.choices, { overrides: { interactive: true } });
  for (let user = 0; user < 40; user++) await store.keep(uri, `user-${user}`, choices);
  assert.equal(again().last(uri, 'jane'), undefined);
  assert.ok(again().last(uri, 'user-39'));
});

test('what is not of its form was never kept', () => {
  for (const junk of [
    5,
    'x',
    {},
    [5, null, { id: 1 }, { id: '["file:///here/config","jane"]', overrides: 5 }],
  ]) {
    assert.equal(new LastChoicesStore(memory(junk)).last(uri, 'jane'), undefined);
  }
});
