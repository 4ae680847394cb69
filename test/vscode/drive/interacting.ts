import { eventually } from '../suites/waiting';
import { check } from './checks';
import type { Journey } from './journey';
import { assertNoSecret } from './secrets';
import { textOf } from './workbench';

const file = 'login.kubeconfig';

/** A plugin that asks for a password in its terminal, and one that shows a code for a log-in. */
export async function interacting({ workbench, theme, secrets, screenshot }: Journey): Promise<void> {
  const { page, notifications } = workbench;

  await check(`${theme}: a plugin asks in the integrated terminal, and is judged by the answer`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(file);
    await workbench.codeLenses.first().waitFor();
    await workbench.runCommand('Kubeconfig: Run Exec Plugin');
    await workbench.pick('asks');
    await workbench.answerDialog(/^Run/);
    const terminal = page.locator('.terminal-wrapper .xterm-rows:visible');
    await terminal.filter({ hasText: 'Password for Sample Cloud:' }).waitFor();
    await screenshot('terminal');
    // The terminal has the focus: the user only types.
    await page.keyboard.type('sesame');
    await page.keyboard.press('Enter');
    await terminal.filter({ hasText: 'Press any key to close this terminal.' }).waitFor();
    const body = workbench.webview.locator('body');
    await body.filter({ hasText: 'It went to the terminal' }).waitFor();
    assertNoSecret('the result view', await textOf(body), [...secrets, 'sesame']);
    assertNoSecret('the terminal', await textOf(terminal), [...secrets, 'sesame']);
    await screenshot('terminal-result');
    // A key that comes at once is taken for one that was meant for the plugin.
    await eventually('the terminal closes', async () => {
      await page.keyboard.press('Enter');
      return terminal.waitFor({ state: 'hidden', timeout: 1000 }).then(
        () => true,
        () => false,
      );
    });
  });

  await check(`${theme}: a log-in that a plugin waits for is told with its host and code`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(file);
    await workbench.codeLenses.first().waitFor();
    await workbench.runCommand('Kubeconfig: Run Exec Plugin');
    await workbench.pick('shows-a-code');
    await workbench.answerDialog(/^Run/);
    const message = notifications.filter({ hasText: 'log in at login.example.com with the code WDJB-MJHT' });
    await message.locator('a').filter({ hasText: 'login.example.com' }).waitFor();
    await screenshot('sign-in');
    await message.locator('a').filter({ hasText: 'WDJB-MJHT' }).click();
    await page.locator('.statusbar-item').filter({ hasText: 'Code copied.' }).waitFor();
    await notifications.getByRole('button', { name: 'Cancel' }).click();
    await workbench.webview.locator('body').filter({ hasText: 'Stopped' }).waitFor();
    await message.waitFor({ state: 'detached' });
  });
}
