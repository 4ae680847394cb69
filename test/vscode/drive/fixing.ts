import assert from 'node:assert/strict';
import { check } from './checks';
import type { Journey } from './journey';

/** The result of a plugin that speaks another version offers to set it, and one click does. */
export async function fixing({ workbench, theme, screenshot }: Journey): Promise<void> {
  await check(`${theme}: one click sets the version that the plugin speaks`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('good.kubeconfig');
    await workbench.runCommand('Kubeconfig: Run Exec Plugin');
    await workbench.pick('speaks-v1beta1');
    await workbench.answerDialog(/^Run/);
    const body = workbench.webview.locator('body');
    await body.filter({ hasText: 'plugin returned version' }).waitFor();
    await workbench.notifications.waitFor({ state: 'hidden' });
    await screenshot('rejected');
    await body.getByRole('button', { name: 'Set apiVersion to v1beta1' }).click();
    await workbench.page.locator('.tab.dirty[data-resource-name="good.kubeconfig"]').first().waitFor();
    // What was changed is in view.
    await workbench.lines.filter({ hasText: 'args: [beta]' }).first().waitFor();
    await screenshot('fixed');
    // The program is the same, so nobody is asked again.
    await body.getByRole('button', { name: 'Run again' }).click();
    await body.filter({ hasText: /kubectl would accept/ }).waitFor();
    assert.ok(await body.getByText('client.authentication.k8s.io/v1beta1').first().isVisible());
    await workbench.runCommand('File: Save All Files');
    await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  });
}
