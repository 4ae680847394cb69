import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { applyEdits, overlap } from '../../server/edits/edit';
import { nodeEnvironment } from '../../server/environment-node';
import { check } from '../../server/rules/check';
import type { Fix } from '../../server/rules/rule';
import { recordedRelease } from './release';
import { corpusFolders, subjectsIn } from './repair-corpus';
import { valuesOf } from './values';

function checked(text: string, path: string) {
  const document = new Kubeconfig(text);
  const context = {
    environment: nodeEnvironment,
    directory: dirname(path),
    kubernetesVersion: recordedRelease,
  };
  return { document, ...check(document, context, path) };
}

type Checked = ReturnType<typeof checked>;

/** The contexts that kubectl would refuse after a fix, and did not before. */
function lost(before: Checked, after: Checked): (string | null)[] {
  const refused = after.contexts.filter(({ accepted }) => !accepted);
  return before.contexts
    .filter(({ accepted }) => accepted)
    .filter((context) =>
      refused.some((other) => (other.current && context.current) || other.name === context.name),
    )
    .map(({ name }) => name);
}

function assertSound(text: string, { title, edits }: Fix): void {
  assert.ok(edits.length > 0, title);
  assert.ok(edits.every(({ start, end }) => start >= 0 && start <= end && end <= text.length, title));
  assert.ok(!edits.some((edit, index) => overlap([edit], edits.slice(index + 1).filter(isChange))), title);
}

/** Text may be put into one place twice. */
function isChange({ start, end }: Fix['edits'][number]): boolean {
  return end > start;
}

/** Single files that are text: what its bytes have wrong no edit puts right. */
const files = subjectsIn(corpusFolders).flatMap(({ id, files: [path, ...others], listed }) => {
  if (path === undefined || others.length > 0 || listed) return [];
  const { text, fault } = decodeBytes(readFileSync(path));
  return fault ? [] : [{ id, path, text }];
});

describe('every fix of every finding in the corpora', () => {
  const counts = { safe: 0, repair: 0, choice: 0 };

  for (const { id, path, text } of files) {
    it(id, () => {
      const before = checked(text, path);
      for (const diagnostic of before.diagnostics) {
        for (const fix of diagnostic.fixes()) {
          counts[fix.kind]++;
          assertSound(text, fix);
          const after = checked(applyEdits(text, fix.edits), path);
          assert.deepEqual(lost(before, after), [], `${diagnostic.code}: ${fix.title}`);
          // Of what it can't load kubectl makes nothing.
          if (fix.kind === 'safe' && before.unreadable === null)
            assert.deepEqual(valuesOf(after.document), valuesOf(before.document));
        }
      }
    });
  }

  it('is counted', (test) => {
    const { safe, repair, choice } = counts;
    test.diagnostic(
      `fixes: ${safe} safe, ${repair} repairs, ${choice} choices, none of which loses a context`,
    );
    assert.ok(safe > 0 && repair > 150 && choice > 50);
  });
});
