import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Entry } from '../../../../server/document/entry';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { complete } from '../../../../server/features/completion';
import { generate } from '../../../bench/kubeconfig';

const yaml = generate(1000);
const { clusters, contexts, users } = new Kubeconfig(yaml);
const values = (entries: readonly Entry[]) => entries.map(({ decoded }) => decoded.value);
const json = JSON.stringify(
  { clusters: values(clusters), contexts: values(contexts), users: values(users) },
  null,
  2,
);

/** Places near the end, where the most is before them. */
const places = {
  'a key in block YAML': [yaml, yaml.lastIndexOf('interactiveMode') + 3],
  'a new line in block YAML': [yaml, yaml.length],
  'a value in block YAML': [yaml, yaml.lastIndexOf('IfAvailable')],
  'a key in JSON': [json, json.lastIndexOf('"interactiveMode"') + 3],
} as const;

function decodedDuring(work: () => void): number {
  const getter = Object.getOwnPropertyDescriptor(Entry.prototype, 'decoded');
  assert.ok(getter?.get);
  let count = 0;
  const get = function (this: Entry) {
    count++;
    return getter.get?.call(this);
  };
  Object.defineProperty(Entry.prototype, 'decoded', { ...getter, get });
  try {
    work();
    return count;
  } finally {
    Object.defineProperty(Entry.prototype, 'decoded', getter);
  }
}

describe('a kubeconfig of 1,000 entries', () => {
  for (const [name, [text, offset]] of Object.entries(places)) {
    test(name, () => {
      const document = new Kubeconfig(text);
      const once = () => complete(document, offset, { now: 0 }).items;
      assert.ok(once().length > 0);
      assert.equal(decodedDuring(once), 0, 'no entry is decoded');
      const times = Array.from({ length: 15 }, () => {
        const start = performance.now();
        once();
        return performance.now() - start;
      });
      // The best of some: what else this machine does is not to be measured.
      assert.ok(Math.min(...times) < 10, `${Math.min(...times)} ms`);
    });
  }
});
