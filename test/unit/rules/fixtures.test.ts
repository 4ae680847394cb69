import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixtures } from './fixtures';
import type { Want } from './wants';

function shown(text: string, { severity, code, start, end }: Want): string {
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start - 1);
  return `${line}:${column} ${severity} ${code} "${text.slice(start, end)}"`;
}

describe('a fixture shows the diagnostics that it wants and no others', () => {
  for (const { name, text, wants, checked } of fixtures) {
    test(name, () => {
      const found = checked.diagnostics.map((diagnostic) => shown(text, diagnostic));
      assert.deepEqual(found.toSorted(), wants.map((want) => shown(text, want)).toSorted());
    });
  }
});

describe('a fixture has an error exactly if kubectl refuses its current context', () => {
  for (const { name, checked } of fixtures) {
    const current = checked.contexts.find((context) => context.current);
    if (!current) continue;
    test(name, () => {
      const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
      assert.equal(errors.length === 0, current.accepted, current.kubectl ?? 'accepted');
    });
  }
});
