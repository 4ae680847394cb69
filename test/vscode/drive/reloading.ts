import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '../suites/waiting';
import { showResult } from './accessibility';
import { check } from './checks';
import type { Journey } from './journey';
import { textOf } from './workbench';

/** A reload brings the result back, and runs nothing. */
export async function reloading(journey: Journey): Promise<void> {
  const { workbench, theme, marker, screenshot } = journey;
  const executions = () => readFileSync(marker, 'utf8').split('\n').length;
  await check(`${theme}: the result is there after a reload of the window, and nothing was run`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await showResult(journey, 'with-token');
    const before = executions();
    // The browser's own reload would leave VS Code no time to write down what is open.
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    const body = workbench.webview.locator('body');
    await body.filter({ hasText: /kubectl would accept/ }).waitFor();
    assert.equal(executions(), before);
    await screenshot('result-reloaded');
    const left = body.locator('.left');
    const first = await textOf(left);
    assert.match(first, /^(?:1 h 00 min|59 min \d\d s) left$/);
    await eventually('its life counts down', async () => (await textOf(left)) !== first);
    const again = body.getByRole('button', { name: 'Run again' });
    await again.focus();
    await workbench.page.keyboard.press('Enter');
    await eventually('it is run', () => executions() > before);
    await body.locator('#runs').waitFor();
    await body.locator('#runAgain[focused]').waitFor();
  });
}
