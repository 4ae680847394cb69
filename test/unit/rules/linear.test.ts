import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Entry } from '../../../server/document/entry';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { check } from '../../../server/rules/check';

/** A kubeconfig of as many contexts, each with a user and a cluster that several rules have something to say about. */
function separate(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const users = numbers.map(
    (n) => `- { name: u${n}, user: { exec: { Command: aws, apiVersion: v9 }, token: x } }`,
  );
  const clusters = numbers.map(
    (n) => `- { name: c${n}, cluster: { server: "http://c${n}", proxy-url: "x:1" } }`,
  );
  const contexts = numbers.map((n) => `- { name: x${n}, context: { user: u${n}, cluster: c${n} } }`);
  return ['users:', ...users, 'clusters:', ...clusters, 'contexts:', ...contexts, ''].join('\n');
}

/** The same, but all contexts join one user and one cluster. */
function shared(count: number): string {
  const contexts = Array.from(
    { length: count },
    (_, n) => `- { name: x${n}, context: { user: u, cluster: c } }`,
  );
  return `${separate(1).replaceAll(/([uc])0/g, '$1')}${contexts.join('\n')}\n`;
}

/** How often an entry is asked for what it decodes to. */
function looksAt(text: string): number {
  const getter = Object.getOwnPropertyDescriptor(Entry.prototype, 'decoded');
  assert.ok(getter?.get);
  let looks = 0;
  Object.defineProperty(Entry.prototype, 'decoded', {
    ...getter,
    get(this: Entry) {
      looks++;
      return getter.get?.call(this);
    },
  });
  try {
    const { diagnostics } = check(new Kubeconfig(text), { environment: undefined, directory: '/' }, 'config');
    assert.ok(diagnostics.length > 0);
    return looks;
  } finally {
    Object.defineProperty(Entry.prototype, 'decoded', getter);
  }
}

describe('twice the entries are twice the work', () => {
  for (const [title, text] of Object.entries({ separate, shared })) {
    test(title, () => {
      const [some, more] = [looksAt(text(100)), looksAt(text(200))];
      assert.ok(more < some * 2.1, `${some} looks at 100 entries, ${more} at 200`);
    });
  }
});
