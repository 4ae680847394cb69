import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DocumentKind } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { complete } from '../../../../server/features/completion';
import { recognize } from '../../../../server/recognize';
import { accepted } from './accept';

const corpora = join(dirname(fileURLToPath(import.meta.url)), '../../../conformance');
const folders = ['load/cases', 'realworld', 'realworld/rejected'].map((folder) => join(corpora, folder));

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly kind: DocumentKind;
}

const samples: readonly Sample[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => text.length < 20_000)
    .map((sample) => ({ ...sample, kind: recognize(sample.name, sample.text) ?? 'kubeconfig' })),
);

/** Every so many characters, not the same ones in each file. */
function* offsets({ text, name }: Sample, stride: number): Generator<number> {
  const phase = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % stride;
  for (let offset = phase; offset <= text.length; offset += stride) yield offset;
}

const context = { now: 0 };

describe('completion in every kubeconfig of the corpora', () => {
  test('there are some', () => assert.ok(samples.length > 400));

  test('accepting keys and blocks leaves a well-formed document well-formed', () => {
    let count = 0;
    for (const sample of samples) {
      const { text, kind, name } = sample;
      const document = readDocument(kind, text);
      if (document.faults.length > 0 || document.rootNode) continue;
      for (const offset of offsets(sample, 131)) {
        for (const item of complete(document, offset, context).items) {
          // One of each kind of block is enough.
          if (item.kind !== 'key' && !(item.kind === 'block' && /^0|00$/.test(item.sort))) continue;
          const after = readDocument(kind, accepted(text, offset, item));
          const what = `${name} at ${offset}: ${item.label}\n${text.slice(0, offset)}‸${text.slice(offset)}`;
          assert.deepEqual(after.faults, [], what);
          assert.equal(after.rootNode, undefined, what);
          count++;
        }
      }
    }
    assert.ok(count > 2000, `${count} items`);
  });

  test('no text is too broken', () => {
    for (const sample of samples) {
      for (const offset of offsets(sample, 211)) {
        const text = sample.text.slice(0, offset);
        complete(readDocument(sample.kind, text), offset, context);
        const without = text + sample.text.slice(offset + 1);
        const broken = readDocument(sample.kind, without);
        for (const item of complete(broken, offset, context).items) accepted(without, offset, item);
      }
    }
  });
});
