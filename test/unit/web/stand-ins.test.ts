import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { sha256 } from '../../../server/web/node/sha256';
import { isDeepStrictEqual as ours } from '../../../server/web/node/util';

test('SHA-256 is that of Node.js', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(
        Buffer.from(sha256(bytes)).toString('hex'),
        createHash('sha256').update(bytes).digest('hex'),
      );
    }),
  );
});

test('values are equal when Node.js says so', () => {
  const changed = fc
    .jsonValue()
    .chain((a) => fc.tuple(fc.constant(a), fc.oneof(fc.jsonValue(), fc.constant(a))));
  fc.assert(
    fc.property(changed, ([a, b]) => {
      assert.equal(ours(a, structuredClone(b)), isDeepStrictEqual(a, structuredClone(b)));
    }),
  );
  assert.ok(ours({ a: 1, b: [2] }, { b: [2], a: 1 }));
  assert.ok(!ours([], {}));
});
