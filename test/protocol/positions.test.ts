import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from './client';
import { answerTo } from './positions/ask';
import { blockRows } from './positions/block';
import { able } from './positions/clients';
import { accepted, changedLines, proposed } from './positions/complete';
import type { CompletionRow } from './positions/completions';
import { documents, type Format, halfJson } from './positions/documents';
import { flowRows } from './positions/flow';
import { halfRows } from './positions/half';
import { jsonRows } from './positions/json';
import { nameRows } from './positions/names';
import { positionOf } from './ranges';

function offsetOf(text: string, word: string, nth: number): number {
  let at = -1;
  for (let count = 0; count <= nth; count++) at = text.indexOf(word, at + 1);
  return at < 0 ? assert.fail(`${word}#${nth} is not in the text`) : at;
}

describe('the same question in every format', () => {
  let client: Client;
  const all: Readonly<Record<string, string>> = { ...documents, 'half typed JSON': halfJson };
  const uriOf = (format: string) => `file:///here/${format.replaceAll(' ', '-')}.kubeconfig`;
  before(async () => {
    client = await Client.start({ initialize: { capabilities: able } });
    for (const [format, text] of Object.entries(all)) {
      await client.open(uriOf(format), text, format.endsWith('JSON') ? 'json' : 'yaml');
    }
  });
  after(() => client.kill());

  for (const [format, text] of Object.entries(all)) {
    const alike = format === 'half typed JSON' ? (['half typed', 'JSON'] as const) : [format as Format];
    for (const [ask, word, nth, common, except = {}] of nameRows) {
      const own = alike.find((each) => each in except);
      const expected = own ? except[own] : common;
      if (expected === undefined) continue;
      test(`${format}: ${ask} at ${word}#${nth}`, async () => {
        const start = offsetOf(text, word, nth);
        // At its beginning, in it and at its end.
        for (const offset of [start, start + 1, start + word.length]) {
          const answer = await answerTo(client, ask, uriOf(format), text, positionOf(text, offset));
          if (expected instanceof RegExp) assert.match(String(answer), expected);
          else assert.deepEqual(answer, expected);
        }
      });
    }
  }
});

const tables: Readonly<Record<Format, readonly CompletionRow[]>> = {
  'YAML block': blockRows,
  'YAML flow': flowRows,
  JSON: jsonRows,
  'half typed': halfRows,
};

describe('completion', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ initialize: { capabilities: able } });
  });
  after(() => client.kill());

  for (const [format, rows] of Object.entries(tables)) {
    for (const { title, at, is, first = [], offers = [], lacks = [], accept = [], name } of rows) {
      test(`${format}: ${title}`, async () => {
        const { text, items } = await proposed(client, at, name);
        const labels = items.map(({ label }) => label);
        if (is) assert.deepEqual(labels, is);
        assert.deepEqual(labels.slice(0, first.length), first);
        for (const label of offers) assert.ok(labels.includes(label), `${label} is not among ${labels}`);
        for (const label of lacks) assert.ok(!labels.includes(label), `${label} is among ${labels}`);
        for (const [label, lines] of accept) {
          const item = items.find((each) => each.label === label);
          assert.ok(item, `${label} is not among ${labels}`);
          assert.equal(changedLines(text, accepted(text, item)), lines);
        }
      });
    }
  }
});

test('in a file of three thousand entries every answer is there at once', async () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index);
  const list = (name: string, item: (index: number) => string) =>
    `${name}:\n${numbers.map((index) => `- ${item(index)}\n`).join('')}`;
  const text = [
    list('clusters', (index) => `{name: c${index}, cluster: {server: "https://h${index}"}}`),
    list('users', (index) => `{name: u${index}, user: {exec: {command: aws, args: [eks, get-token]}}}`),
    list('contexts', (index) => `{name: x${index}, context: {cluster: c${index}, user: u${index}}}`),
  ].join('');
  const client = await Client.start({ initialize: { capabilities: able } });
  after(() => client.kill());
  const uri = 'file:///here/large.kubeconfig';
  await client.check(uri, text);
  const position = positionOf(text, text.indexOf('cluster: c500') + 10);
  const { items } = (await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position,
  })) as { items: unknown[] };
  assert.equal(items.length, 1000);
  for (const ask of ['definition', 'references', 'highlights', 'hover', 'rename to far'] as const) {
    const before = performance.now();
    const answer = await answerTo(client, ask, uri, text, position);
    assert.match(String(answer), ask === 'rename to far' ? /^far,far$/ : /c500/);
    assert.ok(performance.now() - before < 3_000, ask);
  }
});
