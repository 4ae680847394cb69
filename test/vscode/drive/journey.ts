import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { contributes } from '../../../package.json';
import { check } from './checks';
import { assertNoSecret } from './secrets';
import { textOf, type Workbench } from './workbench';

export interface Journey {
  readonly workbench: Workbench;
  readonly url: string;
  readonly theme: string;
  readonly secrets: readonly string[];
  /** The file in which the sample plugin notes that it was executed. */
  readonly marker: string;
  screenshot(name: string): Promise<void>;
}

/** From the trust question to the redacted result, as a user goes it. */
export async function fromFileToResult(journey: Journey): Promise<void> {
  const { workbench, theme, screenshot } = journey;

  await check(`${theme}: the folder opens after "Yes, I trust the authors"`, async () => {
    await workbench.open(journey.url);
    await workbench.answerDialog(/^Yes/);
  });

  await check(`${theme}: a code lens stands above each exec block in view`, async () => {
    await workbench.openFile('good.kubeconfig');
    await workbench.codeLenses.first().waitFor();
  });

  await check(`${theme}: the palette of a browser with a machine behind it has every command`, async () => {
    const all = contributes.commands.map(({ category, title }) => `${category}: ${title}`);
    assert.deepEqual(await workbench.paletteCommands('Kubeconfig'), all.sort());
  });

  await check(`${theme}: hover on interactiveMode explains it`, async () => {
    await workbench.hoverOn('interactiveMode');
    await workbench.hover.filter({ hasText: 'IfAvailable' }).waitFor();
    await screenshot('hover');
    await workbench.page.mouse.move(5, 5);
  });

  await check(`${theme}: the palette command asks for the user, then for permission`, async () => {
    await workbench.runCommand('Kubeconfig: Run Exec Plugin');
    await workbench.quickInput.getByRole('option').filter({ hasText: 'with-token' }).first().waitFor();
    await screenshot('pick');
    await workbench.pick('with-token');
    await workbench.dialog.waitFor();
    assert.match(await textOf(workbench.dialog), /sample-plugin/);
    await screenshot('approval');
    assert.ok(!existsSync(journey.marker), 'the plugin ran before it was approved');
  });

  await check(`${theme}: the result says that kubectl would accept, and shows no secret`, async () => {
    await workbench.answerDialog(/^Run/);
    const body = workbench.webview.locator('body');
    await body.filter({ hasText: /kubectl would accept/i }).waitFor();
    assert.equal(readFileSync(journey.marker, 'utf8').trim(), 'jwt');
    assert.match(await textOf(body), /jane@example\.com/);
    assertNoSecret('the result view', await textOf(body), journey.secrets);
    assertNoSecret('the source of the result view', await body.innerHTML(), journey.secrets);
    await workbench.notifications.waitFor({ state: 'hidden' });
    await screenshot('result');
  });
}

/** The problems of the bad kubeconfig, as the Problems view lists them. */
export async function problems({ workbench, theme, screenshot }: Journey): Promise<void> {
  await check(`${theme}: the Problems view lists what is wrong in the bad kubeconfig`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('bad.kubeconfig');
    await workbench.runCommand('View: Focus Problems');
    const list = workbench.page.locator('.markers-panel-container');
    await list.filter({ hasText: 'interactiveMode' }).waitFor();
    await screenshot('problems');
  });
}
