import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { eventually } from '../suites/waiting';
import { check } from './checks';
import type { Journey } from './journey';

/** Cancel ends a plugin that hangs, and the child that it has spawned. */
export async function cancelling({ workbench, theme, marker, screenshot }: Journey): Promise<void> {
  await check(`${theme}: Cancel ends a hanging plugin with its child`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('good.kubeconfig');
    await workbench.runCommand('Kubeconfig: Run Exec Plugin');
    await workbench.pick('waiting');
    await workbench.answerDialog(/^Run/);
    await eventually('the plugin runs', () => readFileSync(marker, 'utf8').includes('hanging'));
    await eventually('its child runs', () => sleepers() > 0);
    const cancel = workbench.notifications.getByRole('button', { name: 'Cancel' });
    await cancel.waitFor();
    await screenshot('progress');
    await cancel.click();
    await eventually('nothing of it is left', () => sleepers() === 0);
    assert.equal(sleepers(), 0);
    await workbench.webview.locator('body').filter({ hasText: 'the run was cancelled' }).waitFor();
    await workbench.notifications.waitFor({ state: 'hidden' });
    await screenshot('result-cancelled');
  });
}

/** How many processes there are like the one that the sample plugin spawns in its mode "hanging". */
function sleepers(): number {
  const commands = execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).split('\n');
  return commands.filter((command) => command.trim() === 'sleep 3599').length;
}
