import assert from 'node:assert/strict';
import { eventually } from '../suites/waiting';
import { check } from './checks';
import type { Journey } from './journey';

/** What a person writes with, by the keys that they press. */
export async function authoring(journey: Journey): Promise<void> {
  const { theme, workbench } = journey;
  // The Problems view would leave too little of the editor.
  await workbench.page.keyboard.press('Control+j');
  await check(`${theme}: the suggestion list has the plugins' blocks, and takes one`, () =>
    completing(journey),
  );
  await check(`${theme}: F2 renames a user and the context that uses it`, () => renaming(journey));
  await check(`${theme}: a definition can be peeked at`, () => peeking(journey));
  await check(`${theme}: the light bulb's menu has the fix`, () => quickFixing(journey));
}

async function completing({ workbench, screenshot }: Journey): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('View: Close All Editors');
  await workbench.openFile('draft.kubeconfig');
  await workbench.clickOn('exec');
  await page.keyboard.press('Control+End');
  await workbench.suggest('aws eks get-token');
  await screenshot('completion');
  await page.keyboard.press('Enter');
  await workbench.lines.filter({ hasText: '--cluster-name' }).waitFor();
  await page.keyboard.press('Escape');
  await workbench.revert();
}

async function renaming({ workbench, screenshot }: Journey): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('good.kubeconfig');
  await workbench.clickOn('with-token');
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  await input.fill('signed-in');
  await screenshot('rename');
  await page.keyboard.press('Enter');
  await workbench.lines.filter({ hasText: 'user: signed-in' }).first().waitFor();
  await workbench.lines.filter({ hasText: 'name: signed-in' }).first().waitFor();
}

async function peeking({ workbench, screenshot }: Journey): Promise<void> {
  const { page } = workbench;
  await workbench.reveal('user: with-certificate');
  await page.keyboard.press('Control+Shift+F10');
  await page.locator('.peekview-widget .preview').waitFor();
  await screenshot('definition');
  await page.keyboard.press('Escape');
  await workbench.revert();
}

async function quickFixing({ workbench, screenshot }: Journey): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('bad.kubeconfig');
  await workbench.clickOn('v1alpha1');
  const menu = page.locator('.action-widget .monaco-list:visible').first();
  await eventually('the menu of fixes', async () => {
    await page.keyboard.press('Control+.');
    return menu.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  assert.match((await menu.textContent()) ?? '', /v1beta1/);
  await screenshot('quick-fix');
  await menu.getByRole('option').filter({ hasText: 'v1beta1' }).first().click();
  await workbench.lines.filter({ hasText: 'client.authentication.k8s.io/v1beta1' }).first().waitFor();
  await workbench.revert();
}
