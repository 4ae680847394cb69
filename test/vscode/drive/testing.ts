import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '../suites/waiting';
import { check } from './checks';
import type { Journey } from './journey';
import { assertNoSecret } from './secrets';
import { textOf } from './workbench';

/** How much of the hover over the language status is seen, from 0 to 1. */
const opacity = `(() => {
  let product = 1;
  for (let each = document.querySelector('.hover-language-status'); each; each = each.parentElement)
    product *= Number(getComputedStyle(each).opacity);
  return product;
})()`;

/** Plugins as tests, and how their last runs have ended: in the gutter, over the block, below the editor. */
export async function testing(journey: Journey): Promise<void> {
  const { workbench, theme, secrets, screenshot } = journey;
  const { page } = workbench;
  const explorer = page.locator('.test-explorer');
  const lens = (words: RegExp) => workbench.codeLenses.filter({ hasText: words }).first();

  await check(
    `${theme}: each plugin is a test in the Testing view, with a button in the gutter`,
    async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.openFile('good.kubeconfig');
      await workbench.runCommand('Testing: Focus on Test Explorer View');
      await explorer.getByText('good.kubeconfig').first().click();
      await page.keyboard.press('ArrowRight');
      await explorer.getByText('as with-token to jwt').first().waitFor();
      await page.locator('.testing-run-glyph').first().waitFor();
    },
  );

  await check(`${theme}: a test that fails says so at the line, in kubectl's words`, async () => {
    await workbench.reveal('[failing');
    await workbench.runCommand('Test: Run Test at Cursor');
    await workbench.answerDialog(/^Run/);
    // The words at the line are in a style sheet; what they are, a suite looks at.
    await page.locator('.test-output-peek-tree').getByText('as expired to failing').first().waitFor();
    await lens(/rejected: exit status 3/).waitFor();
    assertNoSecret('the Testing view', await textOf(page.locator('body')), secrets);
    await screenshot('testing');
  });

  await check(`${theme}: the lens and the language status tell how the last run has ended`, async () => {
    // It is approved already.
    await workbench.reveal('[jwt');
    await workbench.runCommand('Test: Run Test at Cursor');
    await lens(/accepted, expires in \d+ min/).waitFor();
    const status = page.locator('[id="status.languageStatus"]');
    await eventually('the language status', async () => {
      await status.hover();
      return page.getByText('sample-plugin · jwt: accepted').first().isVisible();
    });
    assert.match(
      await textOf(page.locator('.hover-language-status').first()),
      /expires in \d+ minShow Result/,
    );
    await eventually('it is faded in', async () => {
      const before = await page.evaluate<number>(opacity);
      return before > 0.9 && before === (await page.evaluate<number>(opacity));
    });
    await screenshot('status');
  });
  if (theme === 'dark') await runningOnSave(journey);
  await workbench.runCommand('View: Show Explorer');
  await workbench.runCommand('View: Hide Panel');
}

/** Off until the user turns it on; then what is approved runs on each save, and nobody is asked. */
async function runningOnSave({ workbench, theme, marker }: Journey): Promise<void> {
  const { page } = workbench;
  const runs = () => readFileSync(marker, 'utf8').trim().split('\n');
  const save = async () => {
    await page.keyboard.press('Control+s');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  };
  await check(`${theme}: with continuous run on, a save runs the plugins that are approved`, async () => {
    await workbench.reveal('[jwt');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# Saved.\n');
    const before = runs();
    await save();
    await page.getByRole('button', { name: 'Start Continuous Run' }).first().click();
    await workbench.reveal('[jwt');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+K');
    await save();
    await eventually('both plugins', () => runs().length === before.length + 2);
    assert.deepEqual(runs().slice(before.length).sort(), ['failing', 'jwt']);
    assert.equal(await workbench.dialog.count(), 0);
    await page.getByRole('button', { name: 'Stop Continuous Run' }).first().click();
  });
}
