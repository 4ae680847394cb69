import { eventually } from '../suites/waiting';
import { textOf, type Workbench } from './workbench';

/**
 * How long the extension took to activate, in milliseconds, as VS Code itself measures it: loading its code and
 * calling activate(). Read from "Developer: Show Running Extensions", in a window that has come to rest before
 * the kubeconfig is opened.
 */
export async function activationTime(
  workbench: Workbench,
  url: string,
  kubeconfig = 'good.kubeconfig',
): Promise<number> {
  const { page } = workbench;
  await workbench.runCommand('View: Close All Editors');
  await workbench.open(url);
  await page.waitForLoadState('networkidle');
  await workbench.openFile(kubeconfig);
  await workbench.runCommand('Developer: Show Running Extensions');
  const row = page
    .locator('.runtime-extensions-editor .monaco-list-row')
    // One that is developed is listed by its id.
    .filter({ hasText: /Kubeconfig[ -]Exec/i });
  const text = await eventually('the activation time', async () => {
    const found = /Activation: (\d+)ms/.exec(await textOf(row.first()));
    return found?.[1];
  });
  // It is in front of all others, the palette included.
  await page.keyboard.press('Escape');
  return Number(text);
}
