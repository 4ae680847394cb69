import assert from 'node:assert/strict';
import { eventually } from '../suites/waiting';
import { assertAccessible } from './axe';
import { check } from './checks';
import type { Journey } from './journey';
import { assertNoSecret } from './secrets';
import { textOf, type Workbench } from './workbench';

/** A run with other choices, by the keys of a user; then they are offered again. */
export async function choosing({ workbench, theme, screenshot }: Journey): Promise<void> {
  const { page, quickInput } = workbench;
  const option = (text: string | RegExp) => quickInput.getByRole('option').filter({ hasText: text }).first();

  await check(
    `${theme}: "Run Exec Plugin With…" shows every choice, and runs with another version`,
    async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.openFile('good.kubeconfig');
      await workbench.codeLenses.first().waitFor();
      await page
        .locator('.editor-actions')
        .getByRole('button', { name: 'Run Exec Plugin' })
        .first()
        .waitFor();
      await workbench.runCommand('Kubeconfig: Run Exec Plugin With…');
      await option('with-token').waitFor();
      await workbench.pick('with-token');
      await workbench.pick('API version: v1');
      await option('v1beta1').waitFor();
      await screenshot('choices-step');
      await workbench.pick('v1beta1');
      await workbench.pick('Environment variables');
      await workbench.pick('Set a variable');
      await quickInput.filter({ hasText: 'its value is asked for next' }).waitFor();
      await quickInput.locator('input').fill('SAMPLE_COLOR');
      await page.keyboard.press('Enter');
      await quickInput.locator('input[type=password]').fill('made-up-by-the-drive');
      await page.keyboard.press('Enter');
      await option('SAMPLE_COLOR').waitFor();
      await screenshot('choices-variables');
      await page.keyboard.press('Escape');
      await option('SAMPLE_COLOR set').waitFor();
      await screenshot('choices');
      assertNoSecret('the list of choices', await textOf(quickInput), ['made-up-by-the-drive']);
      await page.keyboard.press('Enter');
      await workbench.answerDialog(/^Run/);
      await workbench.webview.locator('body').filter({ hasText: 'v1beta1' }).waitFor();
    },
  );

  await check(`${theme}: "Run with…" in the result begins with what the run had`, async () => {
    await workbench.notifications.waitFor({ state: 'hidden' });
    await workbench.webview.getByRole('button', { name: 'Run with…' }).click();
    await option('API version: v1beta1').waitFor();
    await option('SAMPLE_COLOR set').waitFor();
    assertNoSecret('the list of choices', await textOf(quickInput), ['made-up-by-the-drive']);
    await page.keyboard.press('Escape');
    await quickInput.waitFor({ state: 'hidden' });
  });
}

/** An ExecCredential is seen, edited wrongly, and discarded. */
export async function editing({ workbench, theme, screenshot }: Journey): Promise<void> {
  const { page } = workbench;
  await check(`${theme}: an ExecCredential is edited, and its fault is shown at its place`, async () => {
    await workbench.openFile('good.kubeconfig');
    await workbench.runCommand('Kubeconfig: Run Exec Plugin With…');
    await workbench.pick('with-token');
    await workbench.pick('ExecCredential to send');
    await workbench.pick('See and edit it');
    const lens = workbench.codeLenses.filter({ hasText: 'Run with this ExecCredential' });
    await lens.waitFor();
    await screenshot('edited');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('x');
    await lens.click();
    await workbench.notifications.filter({ hasText: 'is not JSON' }).waitFor();
    await screenshot('edited-fault');
    await workbench.codeLenses.filter({ hasText: 'Discard' }).click();
    await eventually('the editor is closed', async () => (await lens.count()) === 0);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });
}

/** Two runs side by side. */
export async function comparing({ workbench, theme, secrets, screenshot }: Journey): Promise<void> {
  await check(`${theme}: two runs are compared, what is equal on wish`, async () => {
    await runAgain(workbench, 'expired');
    await runAgain(workbench, 'expired');
    // The runs are remembered, whether or not they are shown.
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Kubeconfig: Compare Exec Plugin Runs');
    const row = (text: string) => workbench.quickInput.locator('.monaco-list-row').filter({ hasText: text });
    await row('simulated: v1beta1').click();
    // A third one lets go of the one that was picked first.
    await workbench.quickInput.filter({ hasText: '2 Selected' }).waitFor();
    await screenshot('compare-pick');
    await workbench.page.keyboard.press('Enter');
    await workbench.notifications.waitFor({ state: 'hidden' });
    const body = workbench.webview.locator('body').filter({ hasText: 'Show what is equal' });
    await body.filter({ hasText: /Accepted before, rejected after/ }).waitFor();
    await screenshot('compare');
    const equal = body.locator('tr.equal').first();
    assert.ok(!(await equal.isVisible()));
    await body.getByRole('checkbox').check();
    await equal.waitFor();
    await screenshot('compare-all');
    assertNoSecret('the comparison', await body.innerHTML(), secrets);
    await assertAccessible(body);
  });
}

/** After another run, which the result view still shows; it lists them all. */
async function runAgain(workbench: Workbench, user: string): Promise<void> {
  const runs = workbench.webview.locator('#runs vscode-option');
  const before = await runs.count();
  await workbench.openFile('good.kubeconfig');
  await workbench.runCommand('Kubeconfig: Run Exec Plugin');
  await workbench.pick(user);
  await eventually('the run', async () => {
    // The first run of each command is asked for.
    if (await workbench.dialog.isVisible()) await workbench.answerDialog(/^Run/);
    return (await runs.count()) > before;
  });
}
