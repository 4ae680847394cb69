import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { Merged } from '../../../server/document/merged';
import { nodeEnvironment } from '../../../server/environment-node';
import { FileCache, withFiles } from '../../../server/lsp/file-cache';
import { check } from '../../../server/rules/check';
import type { KnownMachine, RuleContext } from '../../../server/rules/rule';
import { mutated } from '../document/parts/mutate';

const folder = mkdtempSync(path.join(tmpdir(), 'kept-findings-'));
after(() => rmSync(folder, { recursive: true }));

const conformance = path.join(import.meta.dirname, '../../conformance');
const texts = ['load/cases', 'realworld'].flatMap((name) =>
  readdirSync(path.join(conformance, name))
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(path.join(conformance, name, file), 'utf8')),
);

const files = new FileCache(nodeEnvironment.files);
const anew: RuleContext = { environment: withFiles(nodeEnvironment, files), directory: folder };
const keeping: RuleContext = { ...anew, machine: files };

/** Everything that a user could get to see, fixes included. */
function seen(document: Kubeconfig, context: RuleContext) {
  const { diagnostics, contexts, unreadable } = check(document, context, 'kubeconfig');
  return { diagnostics: diagnostics.map((each) => ({ ...each, fixes: each.fixes() })), contexts, unreadable };
}

describe('what is kept is what would be found anew', () => {
  test('in every kubeconfig of the corpora, while it is edited', () => {
    let found = 0;
    for (const [index, original] of texts.entries()) {
      let text = original;
      let document = new Kubeconfig(text);
      seen(document, keeping);
      for (let step = 0; step < 2; step++) {
        text = mutated(step % 2 === 0 ? original : text, index * 13 + step);
        document = new Kubeconfig(text, [], document);
        const kept = seen(document, keeping);
        assert.deepEqual(kept, seen(new Kubeconfig(text), anew), text);
        found += kept.diagnostics.length;
      }
    }
    assert.ok(found > 1000, String(found));
  });

  test('and among others of KUBECONFIG, in which names come and go as well', () => {
    const merged = (text: string, other: Kubeconfig, before?: Kubeconfig) => {
      const document = new Kubeconfig(text, [], before);
      const all = new Merged([
        { document, path: path.join(folder, 'a'), displayPath: 'a' },
        { document: other, path: path.join(folder, 'b'), displayPath: 'b' },
      ]);
      return { document, view: all.files[0]?.document ?? assert.fail() };
    };
    for (const [index, original] of texts.slice(0, 80).entries()) {
      let other = new Kubeconfig(original);
      let { document, view } = merged(original, other);
      for (let step = 0; step < 4; step++) {
        const text = mutated(original, index * 7 + step);
        if (step % 2 === 1) other = new Kubeconfig(mutated(original, index * 11 + step));
        ({ document, view } = merged(text, other, document));
        assert.deepEqual(seen(view, keeping), seen(merged(text, other).view, anew), text);
      }
    }
  });
});

const many = (count: number) => {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const clusters = numbers.map(
    (n) => `- name: c${n}\n  cluster:\n    server: https://c${n}\n    certificate-authority: ca-${n}.pem\n`,
  );
  const contexts = numbers.map((n) => `- name: x${n}\n  context:\n    cluster: c${n}\n    user: u${n}\n`);
  const users = numbers.map((n) => `- name: u${n}\n  user:\n    exec:\n      command: ./plugin-${n}\n`);
  return `clusters:\n${clusters.join('')}contexts:\n${contexts.join('')}users:\n${users.join('')}`;
};

/** Counts how many entries the rules look at. */
function counting(): { readonly machine: KnownMachine; count(work: () => void): number } {
  let looks = 0;
  const machine: KnownMachine = {
    state: {},
    noting(work) {
      looks++;
      return { result: work(), paths: new Set() };
    },
    note() {},
  };
  const count = (work: () => void) => {
    looks = 0;
    work();
    return looks;
  };
  return { machine, count };
}

describe('an edit has the rules look again only at', () => {
  const edits: readonly [what: string, edit: (text: string) => string, most: number][] = [
    [
      'a user with another argument, and the context that names it',
      (text) => text.replace('./plugin-7\n', './other\n'),
      3,
    ],
    [
      'a user with another name, and the contexts of both names',
      (text) => text.replace('name: u7\n', 'name: u8x\n'),
      3,
    ],
    [
      'a cluster with another server, its context and its user',
      (text) => text.replace('https://c7\n', 'http://c7\n'),
      3,
    ],
    [
      'a context with another user, both users and its cluster',
      (text) => text.replace('user: u7\n', 'user: u8\n'),
      4,
    ],
    ['nothing, if only a comment came', (text) => `# comment\n${text}`, 0],
  ];
  for (const [what, edit, most] of edits) {
    test(what, () => {
      const { machine, count } = counting();
      const context = { ...anew, environment: undefined, machine };
      const before = new Kubeconfig(many(200));
      const all = count(() => check(before, context, 'kubeconfig'));
      assert.equal(all, 600);
      const after = new Kubeconfig(edit(before.text), [], before);
      const looks = count(() => check(after, context, 'kubeconfig'));
      assert.ok(looks <= most, `${looks} entries`);
      assert.ok(looks > 0 || most === 0);
    });
  }
});

describe('files of this machine', () => {
  const text = many(3);
  const missing = (document: Kubeconfig) =>
    check(document, keeping, 'kubeconfig').diagnostics.filter(({ code }) => code === 'command-not-found')
      .length;

  test('are looked at again when somebody says that they may have changed', () => {
    const before = new Kubeconfig(text);
    assert.equal(missing(before), 3);
    writeFileSync(path.join(folder, 'plugin-1'), '#!/bin/sh\n', { mode: 0o755 });
    const after = new Kubeconfig(`${text}# typed\n`, [], before);
    assert.equal(missing(after), 3);
    files.forget();
    assert.equal(missing(after), 2);
  });

  test('are told to whoever watches them, as if they were looked at each time', () => {
    const before = new Kubeconfig(text);
    check(before, keeping, 'kubeconfig');
    const edited = text.replace('./plugin-2', './plugin-9');
    const after = new Kubeconfig(edited, [], before);
    const kept = files.noting(() => check(after, keeping, 'kubeconfig')).paths;
    const all = files.noting(() => check(new Kubeconfig(edited), anew, 'kubeconfig')).paths;
    assert.deepEqual([...kept].sort(), [...all].sort());
    assert.ok(kept.has(path.join(folder, 'plugin-9')) && !kept.has(path.join(folder, 'plugin-2')));
  });
});
