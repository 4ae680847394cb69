import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** That axe-core finds no fault in a page, in the colours of the present theme. */
export async function assertAccessible(body: Locator): Promise<void> {
  const violations = await body.evaluate(async (_element, axe) => {
    // The page's policy forbids scripts in its text; this comes from the debugger.
    const run = new Function(`${axe}; return this.axe.run(document);`);
    const { violations } = (await run.call(globalThis)) as { violations: Violation[] };
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html) }));
  }, source);
  assert.deepEqual(violations, []);
}
