import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { type ParsedTopLevel, parseTopLevel, parseWhole } from '../../../../server/document/parse';
import { cut } from '../../../../server/document/parts/cut';
import { parseAnyPart, plainPart } from '../../../../server/document/parts/parse-part';
import { type PartsReading, readParts } from '../../../../server/document/parts/read-parts';
import { check } from '../../../../server/rules/check';
import { laidOut } from './laid-out';
import { mutated } from './mutate';

const conformance = path.join(import.meta.dirname, '../../../conformance');
const texts = ['load/cases', 'realworld'].flatMap((folder) =>
  readdirSync(path.join(conformance, folder))
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(path.join(conformance, folder, file), 'utf8')),
);

/** Of a text that could be read part by part: what differs from reading it as a whole, if anything does. */
function differenceFromWhole(text: string, { topLevel, faults }: ParsedTopLevel): string | undefined {
  const whole = parseWhole(text);
  const [first] = whole.faults;
  // What a reader makes of broken text is a guess; where kubectl gives up, and in which words, is not.
  const same =
    first || faults.length > 0
      ? isDeepStrictEqual(faults[0], first)
      : isDeepStrictEqual(laidOut(topLevel), laidOut(whole.topLevel));
  return same ? undefined : `${JSON.stringify(faults[0])} instead of ${JSON.stringify(first)} in\n${text}`;
}

describe('a text read part by part is the same as one read as a whole', () => {
  test('every kubeconfig of the corpora', () => {
    let count = 0;
    for (const text of texts) {
      const parsed = parseTopLevel(text);
      if (parsed.parts?.text !== text) continue;
      count++;
      assert.equal(differenceFromWhole(text, parsed), undefined);
    }
    assert.ok(count > 350, `${count} of ${texts.length}`);
  });

  test('while it is edited, and the same as one read anew', () => {
    let count = 0;
    for (const [index, original] of texts.entries()) {
      let text = original;
      let parsed = parseTopLevel(text);
      for (let step = 0; step < 6; step++) {
        text = mutated(step % 2 === 0 ? original : text, index * 31 + step);
        parsed = parseTopLevel(text, parsed);
        const { topLevel, faults } = parseTopLevel(text);
        assert.deepEqual([laidOut(parsed.topLevel), parsed.faults], [laidOut(topLevel), faults], text);
        if (parsed.parts?.text !== text) continue;
        count++;
        assert.equal(differenceFromWhole(text, parsed), undefined);
      }
    }
    assert.ok(count > 800, String(count));
  });
});

test('a part that is read line by line is as the readers have it that know all of YAML', () => {
  let count = 0;
  for (const [index, original] of texts.entries()) {
    for (let step = 0; step < 6; step++) {
      const text = step === 0 ? original : mutated(original, index * 23 + step);
      let at = 0;
      for (const part of cut(text)?.changed ?? []) {
        const own = text.slice(at, at + part.length);
        at += part.length;
        const plain = plainPart(own, part);
        const any = plain && parseAnyPart(own, part);
        // Where those see an anchor, the text is read as a whole.
        if (!any) continue;
        count++;
        assert.deepEqual(laidOut(plain), laidOut(any), own);
      }
    }
  }
  assert.ok(count > 2000, String(count));
});

test('the diagnostics of an edited document are those of a new one', () => {
  const diagnosticsOf = (document: Kubeconfig) =>
    check(document, { environment: undefined, directory: '/here' }, 'kubeconfig').diagnostics.map(
      ({ fixes: _, ...rest }) => rest,
    );
  for (const [index, original] of texts.entries()) {
    let text = original;
    let document = new Kubeconfig(text);
    for (let step = 0; step < 3; step++) {
      text = mutated(text, index * 17 + step);
      document = new Kubeconfig(text, [], document);
      assert.deepEqual(diagnosticsOf(document), diagnosticsOf(new Kubeconfig(text)), text);
    }
  }
});

test('the fixes of an entry that has moved are for where it is now', () => {
  const text = 'users:\n- name: a\n  user:\n    exec:\n      command: plugin\n      args: [1]\n';
  const before = new Kubeconfig(text);
  const context = { environment: undefined, directory: '/here' };
  check(before, context, 'kubeconfig');
  const after = new Kubeconfig(`# moved\n${text}`, [], before);
  const fixes = (document: Kubeconfig) =>
    check(document, context, 'kubeconfig').diagnostics.map((each) => each.fixes());
  assert.deepEqual(fixes(after), fixes(new Kubeconfig(after.text)));
  assert.ok(fixes(after).flat().length > 0);
});

test('what ends within a line may go on there', () => {
  let parsed = parseTopLevel('#');
  for (const text of ['#name:', '#name: [:', 'a', 'a: b', 'a: bc\n', 'a: bc\n- d']) {
    parsed = parseTopLevel(text, parsed);
    assert.deepEqual(pick(parsed), pick(parseTopLevel(text)), text);
  }
});

function pick({ topLevel, faults }: ParsedTopLevel) {
  return { topLevel: laidOut(topLevel), faults };
}

test('a list goes on behind a key that is none', () => {
  for (const text of ['users:\n- name: a\nnull:\n- name: b\n', 'a: b\nnull: c\nd:\n- e\n', 'k: v\nnull\n']) {
    const { topLevel, faults } = parseTopLevel(text);
    const whole = parseWhole(text);
    assert.deepEqual(faults[0], whole.faults[0]);
    assert.ok(topLevel.kind === 'fields' && topLevel.fields.length > 0);
    new Kubeconfig(text);
  }
});

test('what only comments hold is seen as well', () => {
  for (const text of ['# \u0007\n', '# a\u0085kind: Config\n', '# a\rkind: Config\n']) {
    assert.deepEqual(pick(parseTopLevel(text)), pick(parseWhole(text)));
  }
});

function read(text: string, before?: PartsReading): PartsReading {
  const reading = readParts(text, before);
  return typeof reading === 'object' ? reading : assert.fail('it can be cut');
}

describe('only what has changed is read again', () => {
  const entries = (count: number, entry: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => entry(index)).join('');
  const large = (count: number) =>
    `apiVersion: v1\nkind: Config\nclusters:\n${entries(count, (i) => `- name: c${i}\n  cluster:\n    server: https://c${i}\n`)}` +
    `users:\n${entries(count, (i) => `  - name: u${i}\n    user:\n      exec:\n        command: plugin\n`)}`;
  const changes: readonly [title: string, change: (text: string) => string, most: number][] = [
    ['a letter', (text) => text.replace('c500\n', 'c500x\n'), 1],
    ['a half-typed key', (text) => text.replace('c500\n', 'c500\n    comm\n'), 1],
    ['a new entry', (text) => text.replace('- name: c500\n', '- name: new\n- name: c500\n'), 2],
    [
      'an entry that goes',
      (text) => text.replace('- name: c500\n  cluster:\n    server: https://c500\n', ''),
      1,
    ],
    ['two entries that become one', (text) => text.replace('- name: c500\n', '  x: y\n'), 1],
    ['the last line', (text) => `${text}        args: []\n`, 1],
    ['the first line', (text) => text.replace('apiVersion: v1', 'apiVersion: v2'), 1],
  ];
  for (const [title, change, most] of changes) {
    test(title, () => {
      const before = large(1000);
      const reading = read(before);
      const text = change(before);
      assert.notEqual(text, before);
      const again = read(text, reading);
      assert.ok(again.read >= 0 && again.read <= most, `${again.read} parts`);
    });
  }
});
